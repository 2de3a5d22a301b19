package io.duckgres.compat.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.compat.wire.BackendMessage;
import io.duckgres.compat.wire.Endpoint;
import io.duckgres.compat.wire.Login;
import io.duckgres.compat.wire.SimpleQuery;
import io.duckgres.compat.wire.WireConnection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPostgresIT {

  @Test
  void isPostgres17WithTheSettingsThatComparisonsNeed() {
    assertThat(value("show server_version_num")).startsWith("17");
    assertThat(value("show timezone")).isEqualTo("UTC");
    assertThat(value("select datcollate from pg_database where datname = 'postgres'"))
        .isEqualTo("C.UTF-8");
  }

  @Test
  void letsThePasswordRoleInWithAClearTextPassword() {
    Endpoint endpoint = RealPostgres.endpoint();
    try (WireConnection connection = Login.open(endpoint.as("cleartext", "cleartext"), Map.of())) {
      assertThat(SimpleQuery.run(connection, "select 1")).isNotEmpty();
    }
  }

  private static String value(String sql) {
    try (WireConnection connection = Login.open(RealPostgres.endpoint(), Map.of())) {
      return SimpleQuery.run(connection, sql).stream()
          .filter(BackendMessage.DataRow.class::isInstance)
          .map(row -> String.valueOf(((java.util.List<?>) row.fields().get("values")).get(0)))
          .findFirst()
          .orElseThrow();
    }
  }
}
