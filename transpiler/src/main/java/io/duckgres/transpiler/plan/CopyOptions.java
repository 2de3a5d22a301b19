package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgEncoding;
import java.util.Set;

/**
 * The options of a COPY, checked.
 *
 * @param format how data are written
 * @param delimiter between columns
 * @param nullText what stands for NULL
 * @param defaultText what stands for the column's default in COPY FROM; null for nothing
 * @param header whether there is a header line
 * @param quote CSV's quoting character
 * @param escape what stands before a quoting character within quotes
 * @param forceQuote columns that are always quoted, by their index in the data
 * @param forceNotNull columns in which nothing stands for NULL
 * @param forceNull columns in which NULL's text stands for NULL even in quotes
 * @param ignoreErrors ON_ERROR ignore: rows with values that are none of their type are left out
 * @param verbose LOG_VERBOSITY verbose: a notice tells of each of them
 * @param encoding of text and CSV data
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY</a>
 */
public record CopyOptions(
    Format format,
    char delimiter,
    String nullText,
    String defaultText,
    Header header,
    char quote,
    char escape,
    Set<Integer> forceQuote,
    Set<Integer> forceNotNull,
    Set<Integer> forceNull,
    boolean ignoreErrors,
    boolean verbose,
    PgEncoding encoding) {
  public CopyOptions {
    forceQuote = Set.copyOf(forceQuote);
    forceNotNull = Set.copyOf(forceNotNull);
    forceNull = Set.copyOf(forceNull);
  }

  /** FORMAT. */
  public enum Format {
    TEXT,
    CSV,
    BINARY
  }

  /** HEADER. */
  public enum Header {
    NONE,
    PRESENT,
    /** The names in it must be those of the columns. */
    MATCH
  }

  /** Whether data are in the binary format. */
  public boolean isBinary() {
    return format == Format.BINARY;
  }

  /** Whether data are in the CSV format. */
  public boolean isCsv() {
    return format == Format.CSV;
  }
}
