package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an explicit transaction has changed so far, statement by statement, so that it can be done
 * again up to a savepoint: the engine has none.
 */
final class Journal {
  /** Bytes, roughly, up to which statements are remembered. */
  private static final long MOST = 64L << 20;

  private static final int ENTRY_WEIGHT = 200;

  /** A statement that has changed something. */
  sealed interface Entry {
    /** Bytes that it holds, roughly. */
    default long weight() {
      return ENTRY_WEIGHT;
    }
  }

  /**
   * One of the engine's statements with its parameters.
   *
   * @param rows how many rows it changed; -1 when that does not matter
   * @param returned what it returned to the client; null when it returned nothing
   * @param portal tells how the returned rows are encoded
   * @param timeZone the session's TimeZone then
   */
  record Statement(
      String sql,
      List<Object> parameters,
      long rows,
      RowDigest.Value returned,
      Portal portal,
      String timeZone)
      implements Entry {
    @Override
    public long weight() {
      long weight = ENTRY_WEIGHT;
      for (Object parameter : parameters) {
        weight += weight(parameter);
      }
      return weight;
    }

    private static long weight(Object value) {
      if (value instanceof CharSequence text) {
        return 40 + text.length();
      }
      return value instanceof byte[] bytes ? 24 + bytes.length : 24;
    }
  }

  /** Rows that a statement inserted which would insert others the second time. */
  record Rows(CapturedRows rows) implements Entry {
    @Override
    public long weight() {
      return ENTRY_WEIGHT + rows.weight();
    }
  }

  /**
   * COPY FROM STDIN.
   *
   * @param data what the client sent
   * @param rows how many rows it brought
   */
  record Copy(StatementPlan.CopyFrom plan, List<byte[]> data, long rows, FormatSettings settings)
      implements Entry {
    @Override
    public long weight() {
      return ENTRY_WEIGHT + data.stream().mapToLong(piece -> 24L + piece.length).sum();
    }
  }

  /** DDL: the catalog has changed. */
  record CatalogChange() implements Entry {}

  /**
   * Something that can't be done again.
   *
   * @param feature what the client is told
   */
  record Obstacle(String feature) implements Entry {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> sequences = new LinkedHashSet<>();
  private long weight;
  private int size;
  private boolean full;
  private boolean underWay;
  private boolean defined;

  /** A statement that changes something begins. */
  void begin() {
    underWay = true;
  }

  /** Remembers what the statement did that is done now. */
  void add(List<? extends Entry> done) {
    underWay = false;
    size += done.size();
    for (Entry entry : done) {
      weight += entry.weight();
      defined |= entry instanceof CatalogChange;
    }
    if (weight > MOST) {
      full = true;
      entries.clear();
    }
    if (!full) {
      entries.addAll(done);
    }
  }

  /** Remembers that something can't be done again. */
  void obstacle(String feature) {
    add(List.of(new Obstacle(feature)));
  }

  /** A statement has drawn from a sequence. */
  void drew(String sequence) {
    sequences.add(sequence);
  }

  /** The sequences drawn from that the transaction may have made itself. */
  List<String> sequencesAtRisk() {
    return defined ? List.copyOf(sequences) : List.of();
  }

  /** How much has been remembered so far. */
  int mark() {
    return size;
  }

  /** Whether nothing was changed since. */
  boolean isUnchangedSince(int mark) {
    return size == mark && !underWay;
  }

  /**
   * What has to be done again to come to a mark.
   *
   * @throws PgException 0A000 when that can't be done
   */
  List<Entry> upTo(int mark) {
    if (mark > 0 && full) {
      throw refused("changes of more than " + (MOST >> 20) + " MB");
    }
    List<Entry> kept = mark == 0 ? List.of() : List.copyOf(entries.subList(0, mark));
    for (Entry entry : kept) {
      if (entry instanceof Obstacle obstacle) {
        throw refused(obstacle.feature());
      }
    }
    return kept;
  }

  private static PgException refused(String feature) {
    return PgException.notSupported("ROLLBACK TO SAVEPOINT after " + feature);
  }

  /** Forgets what came behind the mark. */
  void cut(int mark) {
    underWay = false;
    size = mark;
    if (!full) {
      entries.subList(mark, entries.size()).clear();
      weight = entries.stream().mapToLong(Entry::weight).sum();
    } else if (mark == 0) {
      full = false;
      weight = 0;
    }
  }

  /** The transaction has ended. */
  void clear() {
    entries.clear();
    sequences.clear();
    weight = 0;
    size = 0;
    full = false;
    underWay = false;
    defined = false;
  }
}
