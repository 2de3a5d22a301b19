package io.duckgres.value.search;

import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.InputErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tsvector: lexemes in the order of their bytes, each with its positions.
 *
 * <p>Source: {@code src/backend/utils/adt/tsvector.c}.
 *
 * @param entries by lexeme; the positions are in order, each once
 */
record TsVector(List<Entry> entries) {
  static final int LAST_POSITION = 16_383;
  private static final int MAX_POSITIONS = 255;
  private static final int WEIGHT_SHIFT = 14;

  /** The order of lexemes. */
  static final Comparator<String> ORDER =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  /**
   * A place in a document.
   *
   * @param weight 3 for A to 0 for D
   */
  record Position(int place, int weight) {
    @Override
    public String toString() {
      return place + (weight == 0 ? "" : String.valueOf((char) ('A' + 3 - weight)));
    }
  }

  /** A lexeme and where it stands. */
  record Entry(String lexeme, List<Position> positions) {}

  static TsVector read(String text) {
    LexemeReader reader = new LexemeReader("tsvector", text);
    List<Entry> entries = new ArrayList<>();
    for (String lexeme = reader.lexeme(); lexeme != null; lexeme = reader.lexeme()) {
      entries.add(new Entry(lexeme, reader.positions()));
    }
    return of(entries);
  }

  /** Lexemes in any order, those that are equal made one. */
  static TsVector of(List<Entry> entries) {
    Map<String, List<Position>> byLexeme = new TreeMap<>(ORDER);
    for (Entry entry : entries) {
      byLexeme
          .computeIfAbsent(entry.lexeme(), lexeme -> new ArrayList<>())
          .addAll(entry.positions());
    }
    List<Entry> result = new ArrayList<>();
    byLexeme.forEach((lexeme, positions) -> result.add(new Entry(lexeme, distinct(positions))));
    return new TsVector(List.copyOf(result));
  }

  /** Each place once, with its greatest weight. */
  private static List<Position> distinct(List<Position> positions) {
    Map<Integer, Position> byPlace = new TreeMap<>();
    for (Position position : positions) {
      byPlace.merge(
          position.place(),
          position,
          (left, right) -> left.weight() >= right.weight() ? left : right);
    }
    return byPlace.values().stream().limit(MAX_POSITIONS).toList();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries) {
      out.append(out.isEmpty() ? "" : " ").append(LexemeReader.quote(entry.lexeme()));
      char before = ':';
      for (Position position : entry.positions()) {
        out.append(before).append(position);
        before = ',';
      }
    }
    return out.toString();
  }

  byte[] send() {
    BinaryWriter out = new BinaryWriter().writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeString(entry.lexeme()).writeShort(entry.positions().size());
      for (Position position : entry.positions()) {
        out.writeShort(position.weight() << WEIGHT_SHIFT | position.place());
      }
    }
    return out.toBytes();
  }

  static TsVector receive(BinaryReader in) {
    int count = in.readInt();
    if (count < 0) {
      throw InputErrors.invalidBinary("invalid size of tsvector");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String lexeme = in.readString();
      List<Position> positions = new ArrayList<>();
      for (int rest = in.readShort(); rest > 0; rest--) {
        int position = in.readShort();
        positions.add(new Position(position & LAST_POSITION, position >> WEIGHT_SHIFT));
      }
      entries.add(new Entry(lexeme, positions));
    }
    return of(entries);
  }
}
