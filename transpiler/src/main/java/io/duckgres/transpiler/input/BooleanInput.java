package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.Locale;

/**
 * Text to boolean: any unambiguous beginning of true, false, yes, no, on and off, or 1 and 0.
 *
 * <p>Source: {@code src/backend/utils/adt/bool.c} (parse_bool_with_len).
 */
public final class BooleanInput {
  private BooleanInput() {}

  /**
   * The value.
   *
   * @throws PgException 22P02; without position
   */
  public static boolean parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (isBeginning(word, "true", 1)
        || isBeginning(word, "yes", 1)
        || word.equals("on")
        || word.equals("1")) {
      return true;
    }
    if (isBeginning(word, "false", 1)
        || isBeginning(word, "no", 1)
        || isBeginning(word, "off", 2)
        || word.equals("0")) {
      return false;
    }
    throw new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type boolean: \"" + text + "\"");
  }

  private static boolean isBeginning(String word, String of, int least) {
    return word.length() >= least && of.startsWith(word);
  }
}
