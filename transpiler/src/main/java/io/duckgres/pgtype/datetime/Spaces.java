package io.duckgres.pgtype.datetime;

/** White space as C's isspace sees it. */
final class Spaces {
  private Spaces() {}

  static boolean isSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
