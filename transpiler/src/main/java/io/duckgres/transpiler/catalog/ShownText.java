package io.duckgres.transpiler.catalog;

/**
 * A definition in PostgreSQL's words, as it is kept beside the engine's catalog.
 *
 * @param plain with all parentheses, as {@code pg_get_expr(…)} gives it
 * @param pretty without those that precedence makes unnecessary, as {@code pg_get_expr(…, true)}
 */
public record ShownText(String plain, String pretty) {
  private static final char SEPARATOR = '\u0001';

  /** The plain form of a stored text. */
  public static String plain(String stored) {
    int end = stored.indexOf(SEPARATOR);
    return end < 0 ? stored : stored.substring(0, end);
  }

  /** Both in one text, which is taken apart when it is read. */
  public String stored() {
    return plain.equals(pretty) ? plain : plain + SEPARATOR + pretty;
  }
}
