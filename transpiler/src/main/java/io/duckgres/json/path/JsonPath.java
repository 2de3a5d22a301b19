package io.duckgres.json.path;

/**
 * A path.
 *
 * @param lax whether structural errors are suppressed and arrays unwrapped
 * @param expression what is evaluated
 * @see <a href="https://www.postgresql.org/docs/17/functions-json.html">The SQL/JSON Path
 *     Language</a>; {@code src/backend/utils/adt/jsonpath.c}
 */
public record JsonPath(boolean lax, PathChain expression) {

  /**
   * Reads a path.
   *
   * @throws io.duckgres.pgtype.PgException 42601 when it is none
   */
  public static JsonPath parse(String text) {
    return new PathParser(text).parse();
  }

  /** The path as PostgreSQL prints it. */
  @Override
  public String toString() {
    return PathPrinter.print(this);
  }
}
