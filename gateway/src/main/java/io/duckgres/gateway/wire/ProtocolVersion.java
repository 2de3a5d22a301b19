package io.duckgres.gateway.wire;

/**
 * A version of the protocol as a StartupMessage states it.
 *
 * @param major the number before the point
 * @param minor the number after the point
 */
public record ProtocolVersion(int major, int minor) {
  /** The version that every client up to PostgreSQL 17 asks for. */
  public static final ProtocolVersion V3_0 = new ProtocolVersion(3, 0);

  /** The version of PostgreSQL 18, the newest that we speak: cancel keys of variable length. */
  public static final ProtocolVersion V3_2 = new ProtocolVersion(3, 2);

  static ProtocolVersion ofCode(int code) {
    return new ProtocolVersion(code >>> 16, code & 0xffff);
  }

  /** The version as the 32-bit number of the messages. */
  public int code() {
    return major << 16 | minor;
  }

  /** Whether BackendKeyData may carry a key of more than four bytes. */
  public boolean hasLongCancelKeys() {
    return major == 3 && minor >= 2;
  }

  /** The version to speak with a client that asks for this one: never newer than ours. */
  public ProtocolVersion negotiated() {
    return minor > V3_2.minor ? V3_2 : this;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
