package io.duckgres.transpiler.plan;

/**
 * What CommandComplete says.
 *
 * @param text the tag without its count: {@code SELECT}, {@code INSERT 0}, {@code CREATE TABLE}
 * @param counted whether the number of rows follows
 */
public record CommandTag(String text, boolean counted) {
  public static final CommandTag SELECT = new CommandTag("SELECT", true);
  public static final CommandTag INSERT = new CommandTag("INSERT 0", true);
  public static final CommandTag UPDATE = new CommandTag("UPDATE", true);
  public static final CommandTag DELETE = new CommandTag("DELETE", true);
  public static final CommandTag MERGE = new CommandTag("MERGE", true);

  /** A tag without a count. */
  public static CommandTag of(String text) {
    return new CommandTag(text, false);
  }

  /** The tag as it is sent. */
  public String format(long rows) {
    return counted ? text + " " + rows : text;
  }
}
