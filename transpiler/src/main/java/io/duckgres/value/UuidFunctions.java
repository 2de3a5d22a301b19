package io.duckgres.value;

import java.util.UUID;

/**
 * What a uuid tells of how it was made.
 *
 * <p>Source: {@code src/backend/utils/adt/uuid.c} (uuid_extract_version, uuid_extract_timestamp).
 */
public final class UuidFunctions {
  /**
   * Microseconds from the start of the Gregorian calendar, which version 1 counts from, to 1970.
   */
  private static final long GREGORIAN_TO_1970 = 12_219_292_800_000_000L;

  private static final int RFC_VARIANT = 2;

  private UuidFunctions() {}

  /** The version; null unless the variant is that of RFC 4122. */
  public static Integer version(String uuid) {
    UUID value = UUID.fromString(uuid);
    return value.variant() == RFC_VARIANT ? value.version() : null;
  }

  /** Microseconds since 1970 of a version 1; null for any other. */
  public static Long micros(String uuid) {
    UUID value = UUID.fromString(uuid);
    return value.variant() == RFC_VARIANT && value.version() == 1
        ? value.timestamp() / 10 - GREGORIAN_TO_1970
        : null;
  }
}
