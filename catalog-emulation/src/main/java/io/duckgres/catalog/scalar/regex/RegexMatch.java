package io.duckgres.catalog.scalar.regex;

/**
 * One match.
 *
 * @param bounds start and end of the whole and of each group in UTF-16 units; -1 where a group took
 *     no part
 */
record RegexMatch(int[] bounds) {
  int start() {
    return bounds[0];
  }

  int end() {
    return bounds[1];
  }

  int groups() {
    return bounds.length / 2 - 1;
  }

  /** The text of a group, 0 for the whole; null where it took no part. */
  String group(String text, int number) {
    return bounds[2 * number] < 0
        ? null
        : text.substring(bounds[2 * number], bounds[2 * number + 1]);
  }
}
