package io.duckgres.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final int LARGE = 40 << 20;

  private final Journal journal = new Journal();

  @Test
  void givesWhatCameBeforeTheMark() {
    journal.add(List.of(statement("a"), statement("b")));
    int mark = journal.mark();
    journal.add(List.of(statement("c")));

    assertThat(journal.upTo(mark)).containsExactly(statement("a"), statement("b"));
    assertThat(journal.upTo(0)).isEmpty();
  }

  @Test
  void isChangedByWhatHasBegunAndFailed() {
    int mark = journal.mark();
    assertThat(journal.isUnchangedSince(mark)).isTrue();

    journal.begin();

    assertThat(journal.isUnchangedSince(mark)).isFalse();
    journal.cut(mark);
    assertThat(journal.isUnchangedSince(mark)).isTrue();
  }

  @Test
  void forgetsWhatIsCutOff() {
    journal.add(List.of(statement("a")));
    int mark = journal.mark();
    journal.add(List.of(statement("b")));

    journal.cut(mark);
    journal.add(List.of(statement("c")));

    assertThat(journal.upTo(journal.mark())).containsExactly(statement("a"), statement("c"));
  }

  @Test
  void refusesAnObstacleBeforeTheMarkOnly() {
    int before = journal.mark();
    journal.obstacle("chance");

    assertThat(journal.upTo(before)).isEmpty();
    assertThatThrownBy(() -> journal.upTo(journal.mark()))
        .isInstanceOfSatisfying(
            PgException.class,
            error -> assertThat(error.state()).isEqualTo(SqlState.FEATURE_NOT_SUPPORTED))
        .hasMessage("ROLLBACK TO SAVEPOINT after chance is not supported");
  }

  @Test
  void remembersNoMoreThanItsLimit() {
    int first = journal.mark();
    journal.add(List.of(large()));
    journal.add(List.of(large()));
    int mark = journal.mark();

    assertThatThrownBy(() -> journal.upTo(mark)).hasMessageContaining("changes of more than 64 MB");
    // Before the first change there is nothing to repeat.
    assertThat(journal.upTo(first)).isEmpty();
    journal.cut(first);
    journal.add(List.of(statement("a")));
    assertThat(journal.upTo(journal.mark())).containsExactly(statement("a"));
  }

  @Test
  void asksForSequencesOnlyAfterDefinitions() {
    journal.drew("\"s\"");
    assertThat(journal.sequencesAtRisk()).isEmpty();

    journal.add(List.of(new Journal.CatalogChange()));

    assertThat(journal.sequencesAtRisk()).containsExactly("\"s\"");
    journal.clear();
    assertThat(journal.sequencesAtRisk()).isEmpty();
    assertThat(journal.mark()).isZero();
  }

  private static Journal.Statement statement(String sql) {
    return new Journal.Statement(sql, List.of(), 1, null, null, "UTC");
  }

  private static Journal.Statement large() {
    return new Journal.Statement("x", List.of(new byte[LARGE]), 1, null, null, "UTC");
  }
}
