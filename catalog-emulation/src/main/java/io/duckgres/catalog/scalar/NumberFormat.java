package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * A template of {@code to_char} and {@code to_number}, read.
 *
 * <p>Source: {@code NUMDesc_prepare} in {@code src/backend/utils/adt/formatting.c}.
 */
final class NumberFormat {
  private static final List<String> WORDS =
      List.of(
          "EEEE", "FM", "MI", "PL", "PR", "RN", "SG", "TH", ",", ".", "0", "9", "B", "C", "D", "G",
          "L", "S", "V");

  /**
   * A part of it.
   *
   * @param word a keyword in upper case, null for text that is copied
   * @param text as written
   */
  record Part(String word, String text) {}

  final List<Part> parts = new ArrayList<>();
  int pre;
  int post;
  int multi;
  int zeroStart;
  int zeroEnd;
  int digitsBeforeSign;
  boolean zero;
  boolean decimal;
  boolean fill;
  boolean sign;
  boolean signBehind;
  boolean minus;
  boolean plus;
  boolean bracket;
  boolean roman;
  boolean shifted;
  boolean scientific;

  NumberFormat(String template) {
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      String word = c == '"' ? null : word(template, at);
      if (word != null) {
        parts.add(new Part(word, template.substring(at, at + word.length())));
        take(word);
        at += word.length();
      } else if (c == '"') {
        at = quoted(template, at + 1);
      } else {
        if (c == '\\' && at + 1 < template.length() && template.charAt(at + 1) == '"') {
          at++;
        }
        int length = Character.charCount(template.codePointAt(at));
        parts.add(new Part(null, template.substring(at, at + length)));
        at += length;
      }
    }
  }

  private int quoted(String template, int from) {
    int at = from;
    StringBuilder text = new StringBuilder();
    while (at < template.length() && template.charAt(at) != '"') {
      if (template.charAt(at) == '\\' && at + 1 < template.length()) {
        at++;
      }
      text.append(template.charAt(at++));
    }
    parts.add(new Part(null, text.toString()));
    return at + 1;
  }

  private static String word(String template, int at) {
    for (String word : WORDS) {
      if (template.regionMatches(true, at, word, 0, word.length())) {
        return word;
      }
    }
    return null;
  }

  private void take(String word) {
    if (scientific && !word.equals("EEEE")) {
      throw error("\"EEEE\" must be the last pattern used");
    }
    switch (word) {
      case "9" -> {
        require(!bracket, "\"9\" must be ahead of \"PR\"");
        if (shifted) {
          multi++;
        } else if (decimal) {
          post++;
        } else {
          pre++;
        }
      }
      case "0" -> {
        require(!bracket, "\"0\" must be ahead of \"PR\"");
        if (!zero && !decimal) {
          zero = true;
          zeroStart = pre;
        }
        if (decimal) {
          post++;
        } else {
          pre++;
        }
        zeroEnd = pre + post;
      }
      case "D", "." -> {
        require(!decimal, "multiple decimal points");
        require(!shifted, "cannot use \"V\" and decimal point together");
        decimal = true;
      }
      case "FM" -> fill = true;
      case "S" -> sign();
      case "MI", "PL", "SG" -> {
        require(!sign, "cannot use \"S\" and \"" + word + "\" together");
        minus |= !word.equals("PL");
        plus |= !word.equals("MI");
      }
      case "PR" -> {
        require(
            !sign && !plus && !minus, "cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together");
        bracket = true;
      }
      case "RN" -> roman = true;
      case "V" -> {
        require(!decimal, "cannot use \"V\" and decimal point together");
        shifted = true;
      }
      case "EEEE" -> {
        require(!scientific, "cannot use \"EEEE\" twice");
        if (fill || sign || bracket || minus || plus || roman || shifted) {
          throw error("\"EEEE\" is incompatible with other formats")
              .withDetail(
                  "\"EEEE\" may only be used together with digit and decimal point patterns.");
        }
        scientific = true;
      }
      default -> {}
    }
  }

  private void sign() {
    require(!sign, "cannot use \"S\" twice");
    require(
        !plus && !minus && !bracket, "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
    sign = true;
    if (decimal) {
      signBehind = true;
    } else {
      digitsBeforeSign = pre;
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw error(message);
    }
  }

  private static PgException error(String message) {
    return new PgException(SqlState.SYNTAX_ERROR, message);
  }
}
