package io.duckgres.transpiler.statement;

/** Kinds of objects that DROP, ALTER and COMMENT name. */
public enum ObjectKind {
  TABLE("table", "a table"),
  VIEW("view", "a view"),
  MATERIALIZED_VIEW("materialized view", "a materialized view"),
  INDEX("index", "an index"),
  SEQUENCE("sequence", "a sequence"),
  TYPE("type", "a type"),
  DOMAIN("domain", "a domain"),
  SCHEMA("schema", "a schema"),
  COLUMN("column", "a column"),
  CONSTRAINT("constraint", "a constraint"),
  DATABASE("database", "a database"),
  EXTENSION("extension", "an extension");

  private final String word;
  private final String withArticle;

  ObjectKind(String word, String withArticle) {
    this.word = word;
    this.withArticle = withArticle;
  }

  /** The kind in PostgreSQL's messages. */
  public String word() {
    return word;
  }

  /** The kind with its article, as in {@code "x" is not a table}. */
  public String withArticle() {
    return withArticle;
  }

  /** The kind in SQL and in command tags. */
  public String sql() {
    return word.toUpperCase(java.util.Locale.ROOT);
  }
}
