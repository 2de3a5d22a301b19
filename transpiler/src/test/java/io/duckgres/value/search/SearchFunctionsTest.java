package io.duckgres.value.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text search; expected values recorded on PostgreSQL 17.10. */
class SearchFunctionsTest {
  @ParameterizedTest
  @CsvSource({
    "running,run",
    "relational,relat",
    "generously,generous",
    "skies,sky",
    "happy,happi",
    "hopping,hop",
    "hoping,hope",
    "national,nation",
    "succeed,succeed",
    "dying,die"
  })
  void stemsEnglishWords(String word, String stem) {
    assertThat(EnglishStemmer.stem(word)).isEqualTo(stem);
  }

  @Test
  void stopWordsLeaveDocumentsButCountAsPlaces() {
    assertThat(SearchFunctions.toVector("english", "The quick brown foxes"))
        .isEqualTo("'brown':3 'fox':4 'quick':2");
  }

  @Test
  void stopWordsInPhrasesMakeDistances() {
    assertThat(SearchFunctions.toQuery("english", "fat <-> the <-> cats"))
        .isEqualTo("'fat' <2> 'cat'");
  }

  @Test
  void refusesWhatTheDefaultParserWouldTakeForMoreThanWords() {
    assertThatThrownBy(() -> SearchFunctions.toVector("english", "well-known"))
        .isInstanceOf(PgException.class);
  }
}
