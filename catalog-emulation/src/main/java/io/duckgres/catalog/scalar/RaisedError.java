package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgException.ErrorObject;
import io.duckgres.pgtype.SqlState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's errors on their way through the engine: {@code [22012] division by zero}, with
 * detail, hint and context behind it, each marked by a control character and a letter.
 */
public final class RaisedError {
  private static final char FIELD = '\u001f';
  private static final char END = '\u001e';
  private static final char PART = '\u001d';

  private static final Pattern RAISED =
      Pattern.compile(
          "(?:Invalid Input Error: |[\\w.$]*Exception: |Error: )*\\[([0-9A-Z]{5})] (.*)",
          Pattern.DOTALL);

  private RaisedError() {}

  /** The message that {@link #read} reads. */
  public static String message(PgException error) {
    StringBuilder message = new StringBuilder();
    message.append('[').append(error.state().code()).append("] ").append(error.getMessage());
    field(message, 'D', error.detail());
    field(message, 'H', error.hint());
    field(message, 'W', error.where());
    return message.append(END).toString();
  }

  /** Schema, table and constraint, separated by unit separators of their own. */
  private static ErrorObject object(String text) {
    String[] parts = text.split(String.valueOf(PART), -1);
    return new ErrorObject(parts[0], parts[1], null, null, parts[2].isEmpty() ? null : parts[2]);
  }

  /** Schema, type and constraint. */
  private static ErrorObject type(String text) {
    String[] parts = text.split(String.valueOf(PART), -1);
    return new ErrorObject(parts[0], null, null, parts[1], parts[2].isEmpty() ? null : parts[2]);
  }

  private static void field(StringBuilder message, char letter, String text) {
    if (text != null) {
      message.append(FIELD).append(letter).append(text);
    }
  }

  /**
   * The error that a message of the engine's carries.
   *
   * @param message the engine's whole message, without its class
   * @return without position; null when the message is the engine's own
   */
  public static PgException read(String message) {
    Matcher matcher = RAISED.matcher(message);
    int bracket = message.indexOf('[');
    if (bracket < 0 || !matcher.find()) {
      return null;
    }
    SqlState state = SqlState.ofCode(matcher.group(1));
    if (state == null) {
      return null;
    }
    String body = matcher.group(2);
    int end = body.indexOf(END);
    if (end < 0) {
      return new PgException(state, body.lines().findFirst().orElse(""));
    }
    String[] fields = body.substring(0, end).split(String.valueOf(FIELD));
    PgException error = new PgException(state, fields[0]);
    for (int i = 1; i < fields.length; i++) {
      String text = fields[i].substring(1);
      error =
          switch (fields[i].charAt(0)) {
            case 'D' -> error.withDetail(text);
            case 'H' -> error.withHint(text);
            case 'Y' -> error.withObject(type(text));
            case 'T' -> error.withObject(object(text));
            default -> error.withWhere(text);
          };
    }
    return error;
  }
}
