package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgEncoding;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.CopyOptions.Format;
import io.duckgres.transpiler.plan.CopyOptions.Header;
import io.duckgres.transpiler.statement.CopyStatement.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the options of COPY one by one, before they are checked together.
 *
 * <p>Source: {@code src/backend/commands/copy.c} (ProcessCopyOptions).
 */
final class CopyOptionReader {
  private final boolean from;
  private final Set<String> seen = new HashSet<>();

  Format format = Format.TEXT;
  Header header = Header.NONE;
  String delimiter;
  String nullText;
  String defaultText;
  String quote;
  String escape;
  Option forceQuote;
  Option forceNotNull;
  Option forceNull;
  PgEncoding encoding = PgEncoding.UTF8;
  boolean freeze;
  boolean ignoreErrors;
  boolean verbose;

  /**
   * @param from COPY FROM rather than COPY TO
   */
  CopyOptionReader(boolean from) {
    this.from = from;
  }

  void read(List<Option> options) {
    options.forEach(this::read);
  }

  private void read(Option option) {
    switch (option.name()) {
      case "format" -> format = format(once(option));
      case "freeze" -> freeze = bool(once(option));
      case "delimiter" -> delimiter = text(once(option));
      case "null" -> nullText = text(once(option));
      case "default" -> defaultText = text(once(option));
      case "header" -> header = header(once(option));
      case "quote" -> quote = text(once(option));
      case "escape" -> escape = text(once(option));
      case "force_quote" -> forceQuote = columns(once(option));
      case "force_not_null" -> forceNotNull = columns(once(option));
      case "force_null" -> forceNull = columns(once(option));
      case "encoding" -> encoding = encoding(once(option));
      case "on_error" -> ignoreErrors = onError(once(option));
      case "log_verbosity" -> verbose = logVerbosity(once(option));
      default ->
          throw Errors.at(
              option.start(),
              SqlState.SYNTAX_ERROR,
              "option \"" + option.name() + "\" not recognized");
    }
  }

  private Option once(Option option) {
    if (!seen.add(option.name())) {
      throw Errors.at(option.start(), SqlState.SYNTAX_ERROR, "conflicting or redundant options");
    }
    return option;
  }

  private static String text(Option option) {
    if (option.star()) {
      return "*";
    }
    if (option.names() != null) {
      return String.join(", ", option.names());
    }
    if (option.value() == null) {
      throw Errors.of(SqlState.SYNTAX_ERROR, option.name() + " requires a parameter");
    }
    return option.value();
  }

  private static boolean bool(Option option) {
    if (option.value() == null && option.names() == null && !option.star()) {
      return true;
    }
    return switch (text(option).toLowerCase(Locale.ROOT)) {
      case "true", "on", "1" -> true;
      case "false", "off", "0" -> false;
      default ->
          throw Errors.of(SqlState.SYNTAX_ERROR, option.name() + " requires a Boolean value");
    };
  }

  private static Format format(Option option) {
    String name = text(option);
    return switch (name) {
      case "text" -> Format.TEXT;
      case "csv" -> Format.CSV;
      case "binary" -> Format.BINARY;
      default -> throw invalid(option, "COPY format \"" + name + "\" not recognized");
    };
  }

  private Header header(Option option) {
    if (option.value() == null && option.names() == null && !option.star()) {
      return Header.PRESENT;
    }
    String value = text(option);
    switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "1":
        return Header.PRESENT;
      case "false", "off", "0":
        return Header.NONE;
      case "match":
        if (!from) {
          throw Errors.of(
              SqlState.FEATURE_NOT_SUPPORTED,
              "cannot use \"" + value + "\" with HEADER in COPY TO");
        }
        return Header.MATCH;
      default:
        throw Errors.of(
            SqlState.SYNTAX_ERROR, option.name() + " requires a Boolean value or \"match\"");
    }
  }

  private static Option columns(Option option) {
    if (!option.star() && option.names() == null) {
      throw invalid(
          option, "argument to option \"" + option.name() + "\" must be a list of column names");
    }
    return option;
  }

  /** Encodings are compared by their letters and digits alone. */
  private static PgEncoding encoding(Option option) {
    String name = text(option);
    PgEncoding encoding = PgEncoding.named(name);
    if (encoding != null && encoding.charset() == null) {
      throw Errors.notSupported(option.start(), "COPY with encoding " + name);
    }
    if (encoding != null) {
      return encoding;
    }
    throw invalid(
        option, "argument to option \"" + option.name() + "\" must be a valid encoding name");
  }

  private boolean onError(Option option) {
    if (!from) {
      throw invalid(option, "COPY ON_ERROR cannot be used with COPY TO");
    }
    if (option.value() == null) {
      return false;
    }
    return switch (option.value().toLowerCase(Locale.ROOT)) {
      case "stop" -> false;
      case "ignore" -> true;
      default -> throw invalid(option, "COPY ON_ERROR \"" + option.value() + "\" not recognized");
    };
  }

  private static boolean logVerbosity(Option option) {
    if (option.value() == null) {
      return false;
    }
    return switch (option.value().toLowerCase(Locale.ROOT)) {
      case "default" -> false;
      case "verbose" -> true;
      default ->
          throw invalid(option, "COPY LOG_VERBOSITY \"" + option.value() + "\" not recognized");
    };
  }

  private static PgException invalid(Option option, String message) {
    return Errors.at(option.start(), SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
