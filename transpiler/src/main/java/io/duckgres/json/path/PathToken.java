package io.duckgres.json.path;

/**
 * A token of a path.
 *
 * @param kind what it is
 * @param text an operator's characters, a name or string without its escapes, a number's digits
 * @param source as written
 */
record PathToken(Kind kind, String text, String source) {
  enum Kind {
    OPERATOR,
    NAME,
    STRING,
    VARIABLE,
    INTEGER,
    NUMBER,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** Whether it is a keyword; those of JSON's values are in lower case. */
  boolean isWord(String keyword) {
    boolean strict = keyword.equals("true") || keyword.equals("false") || keyword.equals("null");
    return kind == Kind.NAME
        && (strict ? source.equals(keyword) : source.equalsIgnoreCase(keyword));
  }
}
