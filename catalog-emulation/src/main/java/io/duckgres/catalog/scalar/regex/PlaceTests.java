package io.duckgres.catalog.scalar.regex;

import io.duckgres.catalog.scalar.regex.RegexNode.Place;

/** Constraint escapes. */
final class PlaceTests {
  private static final String WORD = "[\\p{L}\\p{Nd}_]";

  private PlaceTests() {}

  /** The place that an escape's letter stands for, null when it stands for none. */
  static RegexNode of(char letter) {
    return switch (letter) {
      case 'A' -> new Place("\\A", (text, i) -> i == 0);
      case 'Z' -> new Place("\\z", (text, i) -> i == text.length());
      case 'm' ->
          new Place(
              "(?<!" + WORD + ")(?=" + WORD + ")", (text, i) -> !before(text, i) && after(text, i));
      case 'M' ->
          new Place(
              "(?<=" + WORD + ")(?!" + WORD + ")", (text, i) -> before(text, i) && !after(text, i));
      case 'y' ->
          new Place(
              "(?:(?<!" + WORD + ")(?=" + WORD + ")|(?<=" + WORD + ")(?!" + WORD + "))",
              (text, i) -> before(text, i) != after(text, i));
      case 'Y' ->
          new Place(
              "(?:(?<!" + WORD + ")(?!" + WORD + ")|(?<=" + WORD + ")(?=" + WORD + "))",
              (text, i) -> before(text, i) == after(text, i));
      default -> null;
    };
  }

  private static boolean before(String text, int index) {
    return index > 0 && word(text.codePointBefore(index));
  }

  private static boolean after(String text, int index) {
    return index < text.length() && word(text.codePointAt(index));
  }

  private static boolean word(int point) {
    return point == '_' || Character.isLetterOrDigit(point);
  }
}
