package io.duckgres.transpiler.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations were recorded on PostgreSQL 17.10. */
class GeneratedNamesTest {
  private static final String LONG_TABLE =
      "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff";

  @ParameterizedTest
  @CsvSource({
    "gggggggggghhhhhhhhhh, seq, aaaaaaaaaabbbbbbbbbbccccccccccdddddddd_gggggggggghhhhhhhhhh_seq",
    ", pkey, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffff_pkey",
    "b, key, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffffff_b_key",
    "b_gggggggggghhhhhhhhhh, key, aaaaaaaaaabbbbbbbbbbccccccccccdddddd_b_gggggggggghhhhhhhhhh_key",
    "b, idx1, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffff_b_idx1",
    "b, check, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffff_b_check",
    ", check, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffffff_check"
  })
  void cutsTheLongerPartUntilTheNameFits(String second, String label, String expected) {
    assertThat(GeneratedNames.of(LONG_TABLE, second, label)).isEqualTo(expected);
  }

  @Test
  void cutsBetweenCharactersOfSeveralBytes() {
    assertThat(GeneratedNames.of("äöüäöüäöüäöüäöüäöüäöü", "ßßßßßßßßßßßßßßßßßßßßßß", "seq"))
        .isEqualTo("äöüäöüäöüäöüäö_ßßßßßßßßßßßßßß_seq");
  }

  @Test
  void cutsJoinedColumnsWhereTheyCanNotMatter() {
    String long60 = "iiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllllmmmmmmmmmmnnnnnnnnnn";
    String addition = GeneratedNames.addition(List.of(long60, "x", "never"));
    assertThat(GeneratedNames.of("s", addition, "idx"))
        .isEqualTo("s_iiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllllmmmmmmmmmmnnnnnnn_idx");
  }

  @Test
  void countsUpFromOneWhileTheNameIsTaken() {
    Set<String> taken = Set.of("t_a_idx", "t_a_idx1");
    assertThat(GeneratedNames.free("t", "a", "idx", taken::contains)).isEqualTo("t_a_idx2");
  }
}
