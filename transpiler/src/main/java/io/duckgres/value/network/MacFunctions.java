package io.duckgres.value.network;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Functions over macaddr and macaddr8; arguments are stored texts.
 *
 * <p>Source: {@code src/backend/utils/adt/mac.c}, {@code mac8.c}.
 */
public final class MacFunctions {
  private static final int MANUFACTURER_BYTES = 3;

  private MacFunctions() {}

  public static String not(String stored) {
    return combined(stored, stored, (a, b) -> ~a);
  }

  public static String and(String left, String right) {
    return combined(left, right, (a, b) -> a & b);
  }

  public static String or(String left, String right) {
    return combined(left, right, (a, b) -> a | b);
  }

  private static String combined(String left, String right, IntBinaryOperator bytewise) {
    byte[] result = MacForm.bytes(left);
    byte[] second = MacForm.bytes(right);
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) bytewise.applyAsInt(result[i], second[i]);
    }
    return MacForm.text(result);
  }

  /** The address with zeros behind its first three bytes. */
  public static String manufacturer(String stored) {
    byte[] bytes = MacForm.bytes(stored);
    Arrays.fill(bytes, MANUFACTURER_BYTES, bytes.length, (byte) 0);
    return MacForm.text(bytes);
  }

  public static String toEight(String stored) {
    return MacForm.text(MacText.widened(MacForm.bytes(stored)));
  }

  /**
   * An address of six bytes.
   *
   * @throws PgException 22003 unless the middle is FF:FE
   */
  public static String toSix(String stored) {
    byte[] b = MacForm.bytes(stored);
    if (b[3] != (byte) 0xFF || b[4] != (byte) 0xFE) {
      throw new PgException(
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "macaddr8 data out of range to convert to macaddr")
          .withHint(
              "Only addresses that have FF and FE as values in the 4th and 5th bytes from the left,"
                  + " for example xx:xx:xx:ff:fe:xx:xx:xx, are eligible to be converted from macaddr8"
                  + " to macaddr.");
    }
    return MacForm.text(new byte[] {b[0], b[1], b[2], b[5], b[6], b[7]});
  }

  /** The address with the seventh bit set, as IPv6 uses it. */
  public static String local(String stored) {
    byte[] bytes = MacForm.bytes(stored);
    bytes[0] |= 0x02;
    return MacForm.text(bytes);
  }
}
