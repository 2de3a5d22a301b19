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
      case "application_name", "cluster_name" -> ascii(text);
      case "seed" -> "unavailable";
      case "role", "session_authorization" -> role(parameter, text, current);
      default -> text;
    };
  }

  private static String dateStyle(Parameter parameter, String text, String current) {
    int comma = current.indexOf(", ");
    String style = current.substring(0, comma);
    String order = current.substring(comma + 2);
    boolean orderGiven = false;
    for (String word : text.split(",", -1)) {
      String given = word.strip().toUpperCase(Locale.ROOT);
      if (given.equals("ISO")) {
        style = "ISO";
      } else if (given.equals("SQL")) {
        style = "SQL";
      } else if (given.startsWith("POSTGRES")) {
        style = "Postgres";
      } else if (given.equals("GERMAN")) {
        style = "German";
        order = orderGiven ? order : "DMY";
      } else if (given.equals("YMD")) {
        order = "YMD";
        orderGiven = true;
      } else if (given.equals("DMY") || given.startsWith("EURO")) {
        order = "DMY";
        orderGiven = true;
      } else if (given.equals("MDY") || given.equals("US") || given.startsWith("NONEURO")) {
        order = "MDY";
        orderGiven = true;
      } else if (given.equals("DEFAULT")) {
        return parameter.defaultValue();
      } else {
        throw ParameterUnit.invalid(parameter, text, null)
            .withDetail("Unrecognized key word: \"" + word.strip() + "\".");
      }
    }
    return style + ", " + order;
  }

  private static String encoding(Parameter parameter, String text) {
    String plain = text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return switch (plain) {
      case "UTF8" -> "UTF8";
      case "UNICODE" -> "UNICODE";
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
