package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.grammar.Keyword.Category;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.antlr.v4.runtime.atn.ATN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
  private static final ATN ATN = PostgresParser._ATN;

  @Test
  void thereAreAllKeywordsOfPostgres17() {
    assertThat(Keywords.all()).hasSize(491);
  }

  @Test
  void keywordsAreFoundInAnyCase() {
    assertThat(Keywords.find("SeLeCt").tokenType()).isEqualTo(PostgresParser.SELECT);
    assertThat(Keywords.find("selec")).isNull();
    assertThat(Keywords.find("")).isNull();
    assertThat(Keywords.all()).allSatisfy(k -> assertThat(Keywords.find(k.word())).isSameAs(k));
  }

  @ParameterizedTest
  @CsvSource({
    "colId, true, UNRESERVED COLUMN_NAME",
    "typeFunctionName, true, UNRESERVED TYPE_FUNCTION_NAME",
    "unreservedName, true, UNRESERVED",
    "columnNameKeyword, false, COLUMN_NAME",
    "typeFunctionKeyword, false, TYPE_FUNCTION_NAME",
    "reservedKeyword, false, RESERVED",
    "nonReservedWord, true, UNRESERVED COLUMN_NAME TYPE_FUNCTION_NAME",
    "colLabel, true, UNRESERVED COLUMN_NAME TYPE_FUNCTION_NAME RESERVED"
  })
  void aRuleTakesItsClassesOfKeywords(String rule, boolean names, String classes) {
    Set<Category> categories = new HashSet<>();
    for (String name : classes.split(" ")) {
      categories.add(Category.valueOf(name));
    }

    assertThat(tokensOf(rule))
        .isEqualTo(expected(names, keyword -> categories.contains(keyword.category())));
  }

  @Test
  void aLabelWithoutAsIsAnyKeywordThatPostgresMarksSo() {
    assertThat(tokensOf("bareColLabel")).isEqualTo(expected(true, Keyword::bareLabel));
  }

  @Test
  void namesThatWouldHideAClauseLeaveItsWordOut() {
    Set<Integer> names = tokensOf("colId");
    names.remove(PostgresParser.SET);
    assertThat(tokensOf("colIdButSet")).isEqualTo(names);

    names = tokensOf("colId");
    names.removeAll(
        Set.of(
            PostgresParser.PARTITION,
            PostgresParser.RANGE,
            PostgresParser.ROWS,
            PostgresParser.GROUPS));
    assertThat(tokensOf("colIdButFrame")).isEqualTo(names);
  }

  private static Set<Integer> tokensOf(String rule) {
    int index = List.of(PostgresParser.ruleNames).indexOf(rule);
    return new TreeSet<>(ATN.nextTokens(ATN.ruleToStartState[index]).toSet());
  }

  private static Set<Integer> expected(boolean names, Predicate<Keyword> belongs) {
    Set<Integer> types = new TreeSet<>();
    if (names) {
      types.add(PostgresParser.IDENT);
    }
    Keywords.all().stream().filter(belongs).forEach(keyword -> types.add(keyword.tokenType()));
    return types;
  }
}
