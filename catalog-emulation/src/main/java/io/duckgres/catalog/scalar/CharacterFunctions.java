package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * String functions of one text. Positions count code points from 1.
 *
 * <p>Source: {@code src/backend/utils/adt/oracle_compat.c} and {@code varlena.c}.
 */
final class CharacterFunctions {
  private static final int LARGEST_CODE_POINT = 0x10FFFF;

  /** So many characters of four bytes fit into one allocation of PostgreSQL's. */
  private static final int LONGEST_TEXT = (0x3fffffff - 4) / 4;

  private CharacterFunctions() {}

  static String pad(String text, int length, String fill, boolean atLeft) {
    int wanted = Math.max(length, 0);
    int present = text.codePointCount(0, text.length());
    if (present >= wanted || fill.isEmpty()) {
      return text.substring(0, text.offsetByCodePoints(0, Math.min(present, wanted)));
    }
    if (wanted > LONGEST_TEXT) {
      throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "requested length too large");
    }
    int[] characters = fill.codePoints().toArray();
    StringBuilder padding = new StringBuilder();
    for (int i = 0; i < wanted - present; i++) {
      padding.appendCodePoint(characters[i % characters.length]);
    }
    return atLeft ? padding + text : text + padding;
  }

  static String overlay(String text, String replacement, int start, Integer length) {
    if (start <= 0) {
      throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }
    int removed = length == null ? replacement.codePointCount(0, replacement.length()) : length;
    long rest = (long) start + removed - 1;
    if (rest > Integer.MAX_VALUE - 1) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }
    int total = text.codePointCount(0, text.length());
    int head = text.offsetByCodePoints(0, Math.min(start - 1, total));
    int tail = text.offsetByCodePoints(0, (int) Math.max(0, Math.min(rest, total)));
    return text.substring(0, head) + replacement + text.substring(tail);
  }

  static String reverse(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder result = new StringBuilder(text.length());
    for (int i = points.length - 1; i >= 0; i--) {
      result.appendCodePoint(points[i]);
    }
    return result.toString();
  }

  static String capitalize(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean inWord = false;
    for (int point : text.codePoints().toArray()) {
      int shown = inWord ? Character.toLowerCase(point) : Character.toUpperCase(point);
      result.appendCodePoint(shown);
      inWord = Character.isLetterOrDigit(point);
    }
    return result.toString();
  }

  static String character(int code) {
    if (code < 0) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "character number must be positive");
    }
    if (code == 0) {
      throw new PgException(SqlState.PROGRAM_LIMIT_EXCEEDED, "null character not permitted");
    }
    if (code > LARGEST_CODE_POINT) {
      throw new PgException(
          SqlState.PROGRAM_LIMIT_EXCEEDED, "requested character too large for encoding: " + code);
    }
    if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      throw new PgException(
          SqlState.PROGRAM_LIMIT_EXCEEDED, "requested character not valid for encoding: " + code);
    }
    return Character.toString(code);
  }

  /** An integer without sign in base 2, 8 or 16; {@code bits} is 32 or 64. */
  static String inBase(long value, int bits, int base) {
    return Long.toUnsignedString(bits == 32 ? value & 0xFFFFFFFFL : value, base);
  }

  static String splitPart(String text, String separator, int number) {
    if (number == 0) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "field position must not be zero");
    }
    if (text.isEmpty()) {
      return "";
    }
    List<String> parts = separator.isEmpty() ? List.of(text) : split(text, separator);
    int index = number > 0 ? number - 1 : parts.size() + number;
    return index >= 0 && index < parts.size() ? parts.get(index) : "";
  }

  /** string_to_array as a JSON array; each argument but the text may be null. */
  static String toArray(String text, String separator, String nullText) {
    if (text == null) {
      return null;
    }
    List<String> parts;
    if (text.isEmpty()) {
      parts = List.of();
    } else if (separator == null) {
      parts = text.codePoints().mapToObj(Character::toString).toList();
    } else {
      parts = separator.isEmpty() ? List.of(text) : split(text, separator);
    }
    List<String> shown = new ArrayList<>();
    for (String part : parts) {
      shown.add(part.equals(nullText) ? null : part);
    }
    return JsonTexts.array(shown);
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  static String quoteLiteral(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2);
    if (text.indexOf('\\') >= 0) {
      quoted.append('E');
    }
    quoted.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        quoted.append(c);
      }
      quoted.append(c);
    }
    return quoted.append('\'').toString();
  }

  static String normalize(String text, String form) {
    return Normalizer.normalize(text, form(form));
  }

  static Boolean isNormalized(String text, String form) {
    return Normalizer.isNormalized(text, form(form));
  }

  private static Normalizer.Form form(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "NFC" -> Normalizer.Form.NFC;
      case "NFD" -> Normalizer.Form.NFD;
      case "NFKC" -> Normalizer.Form.NFKC;
      case "NFKD" -> Normalizer.Form.NFKD;
      default ->
          throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE, "invalid normalization form: " + name);
    };
  }

  /** Replaces Unicode escapes: two backslashes, or one before XXXX, +XXXXXX, uXXXX, UXXXXXXXX. */
  static String unescape(String text) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\\') {
        result.append(c);
        i++;
        continue;
      }
      if (i + 1 < text.length() && text.charAt(i + 1) == '\\') {
        result.append('\\');
        i += 2;
        continue;
      }
      char kind = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      int skip = kind == '+' || kind == 'u' || kind == 'U' ? 2 : 1;
      int digits = kind == '+' ? 6 : kind == 'U' ? 8 : 4;
      int code = hexadecimal(text, i + skip, digits);
      if (code < 0) {
        throw new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode escape")
            .withHint("Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.");
      }
      if (code == 0 || code > LARGEST_CODE_POINT) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid Unicode code point: " + String.format("%04X", code));
      }
      result.appendCodePoint(code);
      i += skip + digits;
    }
    for (int j = 0; j < result.length(); j++) {
      char c = result.charAt(j);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && j + 1 < result.length()
            && Character.isLowSurrogate(result.charAt(j + 1))) {
          j++;
        } else {
          throw new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair");
        }
      }
    }
    return result.toString();
  }

  private static int hexadecimal(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value > LARGEST_CODE_POINT ? LARGEST_CODE_POINT + 1 : (int) value;
  }
}
