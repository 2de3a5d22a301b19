package io.duckgres.transpiler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import org.junit.jupiter.api.Test;

/** Messages were recorded on PostgreSQL 17.10. */
class BlockRuleTest {
  @Test
  void refusesVacuumInsideABlock() {
    BlockRule rule = BlockRule.outside("VACUUM");
    assertThat(rule.check(false)).isNull();
    assertThatThrownBy(() -> rule.check(true))
        .isInstanceOfSatisfying(
            PgException.class,
            e -> assertThat(e.state()).isEqualTo(SqlState.ACTIVE_SQL_TRANSACTION))
        .hasMessage("VACUUM cannot run inside a transaction block");
  }

  @Test
  void refusesLockOutsideABlock() {
    BlockRule rule = BlockRule.inside("LOCK TABLE");
    assertThat(rule.check(true)).isNull();
    assertThatThrownBy(() -> rule.check(false))
        .isInstanceOfSatisfying(
            PgException.class,
            e -> assertThat(e.state()).isEqualTo(SqlState.NO_ACTIVE_SQL_TRANSACTION))
        .hasMessage("LOCK TABLE can only be used in transaction blocks");
  }

  @Test
  void warnsOfSetConstraintsOutsideABlock() {
    BlockRule rule = BlockRule.insideOrWarn("SET CONSTRAINTS");
    assertThat(rule.check(true)).isNull();
    assertThat(rule.check(false))
        .isEqualTo(
            PgNotice.warning(
                SqlState.NO_ACTIVE_SQL_TRANSACTION,
                "SET CONSTRAINTS can only be used in transaction blocks"));
  }
}
