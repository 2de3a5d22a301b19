package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.CopyOptions.Format;
import io.duckgres.transpiler.plan.CopyOptions.Header;
import io.duckgres.transpiler.statement.CopyStatement.Option;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What options of COPY go together, in the order in which PostgreSQL looks at them.
 *
 * <p>Source: {@code src/backend/commands/copy.c} (ProcessCopyOptions).
 */
final class CopyOptionChecks {
  /** Characters that text's escapes begin with, and the point of its end marker. */
  private static final String NO_DELIMITERS = "\\.abcdefghijklmnopqrstuvwxyz0123456789";

  private final CopyOptionReader read;
  private final boolean from;
  private final boolean csv;

  CopyOptionChecks(CopyOptionReader read, boolean from) {
    this.read = read;
    this.from = from;
    this.csv = read.format == Format.CSV;
  }

  /**
   * The checked options.
   *
   * @param columns finds the columns of FORCE_QUOTE and its kin, whose name in capitals it is given
   */
  CopyOptions check(BiFunction<String, Option, Set<Integer>> columns) {
    if (read.format == Format.BINARY) {
      notBinary(read.delimiter, "DELIMITER");
      notBinary(read.nullText, "NULL");
      notBinary(read.defaultText, "DEFAULT");
    }
    String delimiter = or(read.delimiter, csv ? "," : "\t");
    String nullText = or(read.nullText, csv ? "" : "\\N");
    String quote = or(read.quote, "\"");
    String escape = or(read.escape, quote);
    checkDelimiter(delimiter, nullText);
    if (read.header != Header.NONE && read.format == Format.BINARY) {
      throw notSupported("cannot specify HEADER in BINARY mode");
    }
    checkCsv(delimiter, quote, escape);
    checkForce();
    checkNull(delimiter, nullText, quote);
    if (read.freeze && !from) {
      throw invalid("COPY FREEZE cannot be used with COPY TO");
    }
    checkDefault(delimiter, nullText, quote);
    if (read.ignoreErrors && read.format == Format.BINARY) {
      throw Errors.of(SqlState.SYNTAX_ERROR, "only ON_ERROR STOP is allowed in BINARY mode");
    }
    return new CopyOptions(
        read.format,
        delimiter.charAt(0),
        nullText,
        read.defaultText,
        read.header,
        quote.charAt(0),
        escape.charAt(0),
        columns.apply("FORCE_QUOTE", read.forceQuote),
        columns.apply("FORCE_NOT_NULL", read.forceNotNull),
        columns.apply("FORCE_NULL", read.forceNull),
        read.ignoreErrors,
        read.verbose,
        read.encoding);
  }

  private static String or(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static void notBinary(String option, String name) {
    if (option != null) {
      throw Errors.of(SqlState.SYNTAX_ERROR, "cannot specify " + name + " in BINARY mode");
    }
  }

  private void checkDelimiter(String delimiter, String nullText) {
    oneByte(delimiter, "delimiter");
    if (hasNewline(delimiter)) {
      throw invalid("COPY delimiter cannot be newline or carriage return");
    }
    if (hasNewline(nullText)) {
      throw invalid("COPY null representation cannot use newline or carriage return");
    }
    if (read.defaultText != null && hasNewline(read.defaultText)) {
      throw invalid("COPY default representation cannot use newline or carriage return");
    }
    if (!csv && NO_DELIMITERS.contains(delimiter)) {
      throw invalid("COPY delimiter cannot be \"" + delimiter + "\"");
    }
  }

  private void checkCsv(String delimiter, String quote, String escape) {
    onlyCsv(read.quote, "QUOTE");
    if (csv) {
      oneByte(quote, "quote");
      if (delimiter.equals(quote)) {
        throw invalid("COPY delimiter and quote must be different");
      }
    }
    onlyCsv(read.escape, "ESCAPE");
    if (csv) {
      oneByte(escape, "escape");
    }
  }

  private void checkForce() {
    onlyCsv(read.forceQuote, "FORCE_QUOTE");
    if (read.forceQuote != null && from) {
      throw notSupported("COPY FORCE_QUOTE cannot be used with COPY FROM");
    }
    onlyCsv(read.forceNotNull, "FORCE_NOT_NULL");
    onlyFrom(read.forceNotNull, "FORCE_NOT_NULL");
    onlyCsv(read.forceNull, "FORCE_NULL");
    onlyFrom(read.forceNull, "FORCE_NULL");
  }

  private void checkNull(String delimiter, String nullText, String quote) {
    if (nullText.contains(delimiter)) {
      throw invalid("COPY delimiter character must not appear in the NULL specification");
    }
    if (csv && nullText.contains(quote)) {
      throw invalid("CSV quote character must not appear in the NULL specification");
    }
  }

  private void checkDefault(String delimiter, String nullText, String quote) {
    if (read.defaultText == null) {
      return;
    }
    if (!from) {
      throw notSupported("COPY DEFAULT cannot be used with COPY TO");
    }
    if (read.defaultText.contains(delimiter)) {
      throw notSupported("COPY delimiter character must not appear in the DEFAULT specification");
    }
    if (csv && read.defaultText.contains(quote)) {
      throw notSupported("CSV quote character must not appear in the DEFAULT specification");
    }
    if (read.defaultText.equals(nullText)) {
      throw notSupported("NULL specification and DEFAULT specification cannot be the same");
    }
  }

  private void onlyCsv(Object option, String name) {
    if (option != null && !csv) {
      throw notSupported("COPY " + name + " requires CSV mode");
    }
  }

  private void onlyFrom(Object option, String name) {
    if (option != null && !from) {
      throw invalid("COPY " + name + " cannot be used with COPY TO");
    }
  }

  private static void oneByte(String text, String name) {
    if (text.getBytes(StandardCharsets.UTF_8).length != 1) {
      throw notSupported("COPY " + name + " must be a single one-byte character");
    }
  }

  private static boolean hasNewline(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  private static PgException invalid(String message) {
    return Errors.of(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  private static PgException notSupported(String message) {
    return Errors.of(SqlState.FEATURE_NOT_SUPPORTED, message);
  }
}
