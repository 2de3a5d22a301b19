package io.duckgres.gateway.settings;

import io.duckgres.pgtype.PgException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Parameters of type string whose values PostgreSQL checks (guc_hooks.h). */
final class StringParameters {
  private StringParameters() {}

  static String read(Parameter parameter, String text, String current) {
    return switch (parameter.name()) {
      case "DateStyle" -> dateStyle(parameter, text, current);
      case "TimeZone", "log_timezone" -> TimeZones.canonical(parameter, text);
      case "client_encoding" -> encoding(parameter, text);
      case "seed" -> seed(parameter, text);
      case "application_name", "cluster_name" -> ascii(text);
      case "role", "session_authorization" -> role(parameter, text, current);
      default -> text;
    };
  }

  private static String dateStyle(Parameter parameter, String text, String current) {
    int comma = current.indexOf(", ");
    String style = current.substring(0, comma);
    String order = current.substring(comma + 2);
    boolean styleGiven = false;
    boolean orderGiven = false;
    boolean conflict = false;
    for (String word : text.split(",", -1)) {
      String given = word.strip().toUpperCase(Locale.ROOT);
      if (given.isEmpty()) {
        throw ParameterUnit.invalid(parameter, text, null).withDetail("List syntax is invalid.");
      }
      if (given.equals("DEFAULT")) {
        return parameter.defaultValue();
      }
      String wordStyle = dateStyle(given);
      String wordOrder = dateOrder(given);
      if (wordStyle != null) {
        conflict |= styleGiven && !style.equals(wordStyle);
        style = wordStyle;
        styleGiven = true;
        order = wordStyle.equals("German") && !orderGiven ? "DMY" : order;
      } else if (wordOrder != null) {
        conflict |= orderGiven && !order.equals(wordOrder);
        order = wordOrder;
        orderGiven = true;
      } else {
        throw ParameterUnit.invalid(parameter, text, null)
            .withDetail("Unrecognized key word: \"" + word.strip() + "\".");
      }
    }
    if (conflict) {
      throw ParameterUnit.invalid(parameter, text, null)
          .withDetail("Conflicting \"datestyle\" specifications.");
    }
    return style + ", " + order;
  }

  private static String dateStyle(String word) {
    if (word.startsWith("POSTGRES")) {
      return "Postgres";
    }
    return switch (word) {
      case "ISO", "SQL" -> word;
      case "GERMAN" -> "German";
      default -> null;
    };
  }

  private static String dateOrder(String word) {
    if (word.startsWith("EURO")) {
      return "DMY";
    }
    if (word.startsWith("NONEURO")) {
      return "MDY";
    }
    return switch (word) {
      case "YMD", "DMY", "MDY" -> word;
      case "US" -> "MDY";
      default -> null;
    };
  }

  /** It can be set but not seen. */
  private static String seed(Parameter parameter, String text) {
    double seed;
    try {
      seed = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw ParameterUnit.invalid(parameter, text, null);
    }
    if (!(Math.abs(seed) <= 1)) {
      throw new PgException(
          io.duckgres.pgtype.SqlState.INVALID_PARAMETER_VALUE,
          text.strip() + " is outside the valid range for parameter \"seed\" (-1 .. 1)");
    }
    return parameter.defaultValue();
  }

  private static String encoding(Parameter parameter, String text) {
    String plain = text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return switch (plain) {
      // As PostgreSQL, for the sake of old drivers.
      case "UTF8", "UNICODE" -> text.equals("UNICODE") ? "UNICODE" : "UTF8";
      // No conversion: bytes pass as they are, and ours are UTF-8.
      case "SQLASCII" -> "SQL_ASCII";
      default -> {
        if (isEncodingOfPostgres(plain)) {
          throw PgException.notSupported("client_encoding = " + text);
        }
        throw ParameterUnit.invalid(parameter, text, null);
      }
    };
  }

  private static boolean isEncodingOfPostgres(String plain) {
    return plain.matches(
        "LATIN([1-9]|10)|ISO8859([1-9]|1[0-6])|WIN(DOWS)?(866|874|125[0-8])|ALT|WIN|TCVN5712|TCVN"
            + "|ABC|VSCII|KOI8[RU]?|EUC(JP|CN|KR|TW|JIS2004)|JOHAB|UHC|WINDOWS949|GBK|WINDOWS936"
            + "|GB18030|BIG5|WINDOWS950|SJIS|MSKANJI|SHIFTJIS|WINDOWS932|SHIFTJIS2004"
            + "|MULEINTERNAL");
  }

  /** pg_clean_ascii: other bytes are shown as hexadecimal escapes. */
  private static String ascii(String text) {
    StringBuilder clean = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= 32 && each <= 126) {
        clean.append((char) each);
      } else {
        clean.append(String.format("\\x%02x", each & 0xff));
      }
    }
    return clean.toString();
  }

  /** There are no roles to change to: each user is one. */
  private static String role(Parameter parameter, String text, String current) {
    if (parameter.name().equals("role") && text.equals("none") || text.equals(current)) {
      return text;
    }
    throw new PgException(
        io.duckgres.pgtype.SqlState.INVALID_PARAMETER_VALUE,
        "role \"" + text + "\" does not exist");
  }
}
