package io.duckgres.grammar;

/** Conversion between offsets in a Java string and positions as PostgreSQL counts them. */
public final class CodePoints {
  private CodePoints() {}

  /**
   * The 1-based position in code points of the UTF-16 offset (manual: "Error and Notice Message
   * Fields", P).
   */
  public static int position(String text, int offset) {
    return text.codePointCount(0, Math.min(offset, text.length())) + 1;
  }

  /**
   * The UTF-16 offset of a 1-based position in code points; the text's length when it lies behind
   * the end.
   */
  public static int offset(String text, int position) {
    int count = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.min(Math.max(position - 1, 0), count));
  }
}
