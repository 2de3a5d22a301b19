package io.duckgres.value.network;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.InputErrors;
import io.duckgres.value.ValueForm;

/**
 * inet and cidr.
 *
 * <p>Source: {@code src/backend/utils/adt/network.c} (network_in, network_send, network_recv).
 *
 * @param cidr whether values are networks, always written with their width
 */
public record InetForm(boolean cidr) implements ValueForm {
  private static final int FAMILY_V4 = 2;
  private static final int FAMILY_V6 = 3;

  @Override
  public String read(String text, InputSettings settings) {
    return text(parse(text));
  }

  private String typeName() {
    return cidr ? "cidr" : "inet";
  }

  /** A value of what a client wrote. */
  public NetworkAddress parse(String text) {
    NetworkAddress address = NetworkAddress.parse(text, cidr);
    if (address == null) {
      throw InputErrors.invalid(typeName(), text);
    }
    if (cidr && !address.isNetwork()) {
      throw new PgException(
              SqlState.INVALID_TEXT_REPRESENTATION, "invalid cidr value: \"" + text + "\"")
          .withDetail("Value has bits set to right of mask.");
    }
    return address;
  }

  /** The stored text. */
  public String text(NetworkAddress address) {
    return cidr ? address.cidrText() : address.inetText();
  }

  @Override
  public byte[] send(String stored) {
    NetworkAddress address = NetworkAddress.parse(stored, cidr);
    return new BinaryWriter()
        .writeByte(address.isV4() ? FAMILY_V4 : FAMILY_V6)
        .writeByte(address.bits())
        .writeByte(cidr ? 1 : 0)
        .writeByte(address.address().length)
        .writeBytes(address.address())
        .toBytes();
  }

  @Override
  public String receive(BinaryReader in) {
    int family = in.readByte();
    if (family != FAMILY_V4 && family != FAMILY_V6) {
      throw invalid("invalid address family in external \"" + typeName() + "\" value");
    }
    int bits = in.readByte();
    int length = family == FAMILY_V4 ? 4 : 16;
    if (bits > length * 8) {
      throw invalid("invalid bits in external \"" + typeName() + "\" value");
    }
    in.readByte();
    if (in.readByte() != length) {
      throw invalid("invalid length in external \"" + typeName() + "\" value");
    }
    NetworkAddress address = new NetworkAddress(in.readEach(length), bits);
    if (cidr && !address.isNetwork()) {
      throw invalid("invalid external \"cidr\" value")
          .withDetail("Value has bits set to right of mask.");
    }
    in.requireEnd();
    return text(address);
  }

  private static PgException invalid(String message) {
    return InputErrors.invalidBinary(message);
  }

  @Override
  public boolean hasKey() {
    return true;
  }

  @Override
  public String key(String stored) {
    return NetworkAddress.parse(stored, cidr).key();
  }
}
