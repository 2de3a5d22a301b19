package io.duckgres.catalog.scalar;

/** Numbers in texts that PostgreSQL reads with strtol. */
final class Texts {
  private Texts() {}

  /** The int4 that the whole text spells, null when it spells none. */
  static Integer integer(String text) {
    try {
      return Integer.valueOf(text.stripLeading());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
