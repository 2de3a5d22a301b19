package io.duckgres.value;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import java.nio.charset.StandardCharsets;

/**
 * name: text of at most 63 bytes; what is longer is cut off at a character.
 *
 * <p>Source: {@code src/backend/utils/adt/name.c}.
 */
public record NameForm() implements ValueForm {
  private static final int MAX_BYTES = 63;

  @Override
  public String read(String text, InputSettings settings) {
    if (text.length() * 3 <= MAX_BYTES || bytes(text) <= MAX_BYTES) {
      return text;
    }
    int end = 0;
    int bytes = 0;
    while (true) {
      int next = text.offsetByCodePoints(end, 1);
      bytes += bytes(text.substring(end, next));
      if (bytes > MAX_BYTES) {
        return text.substring(0, end);
      }
      end = next;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public byte[] send(String stored) {
    return stored.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String receive(BinaryReader in) {
    String text = in.readText();
    if (bytes(text) > MAX_BYTES) {
      throw new PgException(SqlState.NAME_TOO_LONG, "identifier too long")
          .withDetail("Identifier must be less than 64 characters.");
    }
    return text;
  }
}
