package io.duckgres.pgtype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceTablesTest {
  @Test
  void loadsEveryRow() {
    assertThat(PgTypes.all()).hasSize(617);
    assertThat(PgProcs.all()).hasSize(3319);
    assertThat(PgOperators.all()).hasSize(799);
    assertThat(PgCasts.all()).hasSize(229);
  }

  @Test
  void signsFunctionsByTheirArgumentTypes() {
    assertThat(PgProcs.byName("date_mi"))
        .extracting(PgProc::signature)
        .containsExactly("date_mi(date,date)");
    assertThat(PgProcs.byName("json_each").get(0).outputs())
        .containsExactly(
            new PgProc.Output("key", PgTypes.TEXT), new PgProc.Output("value", PgTypes.JSON));
    assertThat(PgProcs.byName("concat").get(0).variadicElement()).isEqualTo(PgTypes.ANY);
  }

  @Test
  void spellsTypesAsFormatTypeDoes() {
    assertThat(TypeNames.format(PgTypes.INT4)).isEqualTo("integer");
    assertThat(TypeNames.format(PgTypes.byName("_timestamptz")))
        .isEqualTo("timestamp with time zone[]");
    assertThat(TypeNames.format(PgTypes.NUMERIC, Typmods.numeric(10, 2)))
        .isEqualTo("numeric(10,2)");
    assertThat(TypeNames.format(PgTypes.TIMESTAMPTZ, 3)).isEqualTo("timestamp(3) with time zone");
    assertThat(TypeNames.format(PgTypes.BPCHAR, -1)).isEqualTo("bpchar");
  }
}
