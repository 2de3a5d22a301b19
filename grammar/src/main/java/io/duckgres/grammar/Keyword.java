package io.duckgres.grammar;

/**
 * A keyword of PostgreSQL.
 *
 * @param word the keyword in lower case
 * @param category where it may stand as a name
 * @param bareLabel whether it may label a column without AS
 * @param tokenType its token type in {@link PostgresParser}
 */
public record Keyword(String word, Category category, boolean bareLabel, int tokenType) {

  /** Classes of keywords, as pg_get_keywords() reports them in catcode. */
  public enum Category {
    /** May name anything. */
    UNRESERVED('U'),
    /** May name a column or table, not a function or type. */
    COLUMN_NAME('C'),
    /** May name a function or type, not a column or table. */
    TYPE_FUNCTION_NAME('T'),
    /** May only be a label after AS. */
    RESERVED('R');

    private final char code;

    Category(char code) {
      this.code = code;
    }

    static Category of(String catcode) {
      for (Category category : values()) {
        if (catcode.length() == 1 && category.code == catcode.charAt(0)) {
          return category;
        }
      }
      throw new IllegalArgumentException("no keyword category " + catcode);
    }
  }
}
