package io.duckgres.gateway.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The tables of RFC 3454's appendices that SASLprep needs, from {@code stringprep.tsv}. */
final class StringprepTables {
  private final Map<String, BitSet> tables = new HashMap<>();

  private StringprepTables() {}

  /** Loaded when the first password beyond ASCII comes, which in most servers is never. */
  private static final class Holder {
    static final StringprepTables INSTANCE = load();
  }

  static StringprepTables get() {
    return Holder.INSTANCE;
  }

  /** The union of these tables, by their names in the RFC. */
  BitSet union(String... names) {
    BitSet union = new BitSet();
    for (String name : names) {
      union.or(tables.get(name));
    }
    return union;
  }

  private static StringprepTables load() {
    StringprepTables result = new StringprepTables();
    try (InputStream in = StringprepTables.class.getResourceAsStream("stringprep.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t");
        result
            .tables
            .computeIfAbsent(row[0], name -> new BitSet())
            .set(Integer.parseInt(row[1], 16), Integer.parseInt(row[2], 16) + 1);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
