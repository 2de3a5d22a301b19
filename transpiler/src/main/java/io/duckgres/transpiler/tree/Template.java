package io.duckgres.transpiler.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL text with places for operands: {@code {0}} for the first, {@code {*}} for all of them and
 * {@code {1*}} for those from the second on, separated by commas; {@code {0.type}} is the name of
 * the first operand's PostgreSQL type as a string and {@code {result}} the engine's type of the
 * result.
 *
 * @param parts text and places in turn
 * @param delimited whether the whole is a call or stands in parentheses, so that nothing around it
 *     can bind to a part of it
 */
public record Template(List<Part> parts, boolean delimited) {
  private static final String RESULT = "result";
  private static final String TYPE = ".type";

  /** A piece of a template. */
  public sealed interface Part {}

  /** Text that is printed as it is. */
  public record Text(String text) implements Part {}

  /**
   * One operand.
   *
   * @param number from 0
   * @param delimited whether it stands between a parenthesis or comma and another
   */
  public record Operand(int number, boolean delimited) implements Part {}

  /**
   * Operands separated by commas.
   *
   * @param from number of the first
   */
  public record Rest(int from) implements Part {}

  /**
   * The name of an operand's type.
   *
   * @param number from 0
   */
  public record TypeOf(int number) implements Part {}

  /** The engine's type of the result. */
  public record Result() implements Part {}

  public Template {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("unclosed { in template " + text);
      }
      String place = text.substring(open + 1, close);
      if (!isPlace(place)) {
        parts.add(new Text(text.substring(at, open + 1)));
        at = open + 1;
        continue;
      }
      if (open > at) {
        parts.add(new Text(text.substring(at, open)));
      }
      parts.add(place(place, isDelimited(text, open, close)));
      at = close + 1;
    }
    if (at < text.length()) {
      parts.add(new Text(text.substring(at)));
    }
    return new Template(parts, isCall(text));
  }

  private static boolean isPlace(String place) {
    if (place.equals(RESULT)) {
      return true;
    }
    String digits = number(place.endsWith("*") ? place.substring(0, place.length() - 1) : place);
    return (!digits.isEmpty() || place.equals("*"))
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String number(String place) {
    return place.endsWith(TYPE) ? place.substring(0, place.length() - TYPE.length()) : place;
  }

  private static Part place(String place, boolean delimited) {
    if (place.equals(RESULT)) {
      return new Result();
    }
    if (place.endsWith(TYPE)) {
      return new TypeOf(Integer.parseInt(number(place)));
    }
    if (place.equals("*")) {
      return new Rest(0);
    }
    if (place.endsWith("*")) {
      return new Rest(Integer.parseInt(place.substring(0, place.length() - 1)));
    }
    return new Operand(Integer.parseInt(place), delimited);
  }

  private static boolean isDelimited(String text, int open, int close) {
    char before = open == 0 ? ' ' : lastNonSpace(text, open - 1);
    char after = close + 1 == text.length() ? ' ' : firstNonSpace(text, close + 1);
    return (before == '(' || before == ',') && (after == ')' || after == ',');
  }

  private static char lastNonSpace(String text, int from) {
    int i = from;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return text.charAt(i);
  }

  private static char firstNonSpace(String text, int from) {
    int i = from;
    while (i < text.length() - 1 && text.charAt(i) == ' ') {
      i++;
    }
    return text.charAt(i);
  }

  /** A name, then one pair of parentheses that spans the rest. */
  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      return text.equals("{0}");
    }
    for (int i = 0; i < open; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && c != '"') {
        return false;
      }
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i == text.length() - 1;
      }
    }
    return false;
  }
}
