package io.duckgres.transpiler.input;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Text to uuid: 32 hex digits, optionally in braces and with hyphens after any group of four.
 *
 * <p>Source: {@code src/backend/utils/adt/uuid.c} (string_to_uuid).
 */
public final class UuidInput {
  private UuidInput() {}

  /**
   * The uuid in its usual spelling.
   *
   * @throws PgException 22P02; without position
   */
  public static String parse(String text) {
    boolean braces = text.startsWith("{");
    int end = text.length();
    if (braces) {
      if (!text.endsWith("}")) {
        throw invalid(text);
      }
      end--;
    }
    StringBuilder digits = new StringBuilder(32);
    for (int i = braces ? 1 : 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '-' && digits.length() > 0 && digits.length() % 4 == 0 && digits.length() < 32) {
        if (text.charAt(i - 1) == '-') {
          throw invalid(text);
        }
        continue;
      }
      if (c > 127 || Character.digit(c, 16) < 0) {
        throw invalid(text);
      }
      digits.append(Character.toLowerCase(c));
    }
    if (digits.length() != 32) {
      throw invalid(text);
    }
    return digits.insert(20, '-').insert(16, '-').insert(12, '-').insert(8, '-').toString();
  }

  private static PgException invalid(String text) {
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type uuid: \"" + text + "\"");
  }
}
