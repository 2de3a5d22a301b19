package io.duckgres.value.network;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigInteger;
import java.util.function.IntBinaryOperator;

/**
 * Functions over inet and cidr; arguments are stored texts of either.
 *
 * <p>Source: {@code src/backend/utils/adt/network.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-net.html">Network Address
 *     Functions</a>
 */
public final class NetworkFunctions {
  private NetworkFunctions() {}

  private static NetworkAddress parse(String stored) {
    return NetworkAddress.parse(stored, false);
  }

  /** The address, always with its width. */
  public static String text(String stored) {
    return parse(stored).cidrText();
  }

  public static String host(String stored) {
    return parse(stored).host();
  }

  /** A network without the zero bytes at its end. */
  public static String abbreviated(String stored) {
    NetworkAddress network = parse(stored);
    return network.isV4() ? abbreviated4(network) : abbreviated6(network);
  }

  private static String abbreviated4(NetworkAddress network) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(1, (network.bits() + 7) / 8); i++) {
      text.append(i == 0 ? "" : ".").append(network.address()[i] & 0xFF);
    }
    return text.append('/').append(network.bits()).toString();
  }

  /** Source: {@code src/backend/utils/adt/inet_cidr_ntop.c}. */
  private static String abbreviated6(NetworkAddress network) {
    int bits = network.bits();
    if (bits == 0) {
      return "::/0";
    }
    byte[] address = network.filled(bits, false);
    int words = Math.max(2, (bits + 15) / 16);
    int zeroStart = 0;
    int zeroLength = 0;
    int start = 0;
    int length = 0;
    for (int i = 0; i < words * 2; i += 2) {
      if ((address[i] | address[i + 1]) == 0) {
        start = length == 0 ? i / 2 : start;
        length++;
      } else {
        if (length > 0 && zeroLength < length) {
          zeroStart = start;
          zeroLength = length;
        }
        length = 0;
      }
    }
    if (length > 0 && zeroLength < length) {
      zeroStart = start;
      zeroLength = length;
    }
    boolean quad =
        zeroLength != words
            && zeroStart == 0
            && (zeroLength == 6
                || zeroLength == 5 && address[10] == -1 && address[11] == -1
                || zeroLength == 7 && address[14] != 0 && address[15] != 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      if (zeroLength != 0 && i >= zeroStart && i < zeroStart + zeroLength) {
        if (i == zeroStart) {
          text.append(':');
        }
        if (i == words - 1) {
          text.append(':');
        }
        continue;
      }
      if (quad && i > 5) {
        text.append(i == 6 ? ':' : '.').append(address[2 * i] & 0xFF);
        if (i != 7 || bits > 120) {
          text.append('.').append(address[2 * i + 1] & 0xFF);
        }
      } else {
        text.append(text.isEmpty() ? "" : ":");
        text.append(Integer.toHexString((address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF));
      }
    }
    return text.append('/').append(bits).toString();
  }

  public static int width(String stored) {
    return parse(stored).bits();
  }

  /** 4 or 6. */
  public static int family(String stored) {
    return parse(stored).isV4() ? 4 : 6;
  }

  public static String broadcast(String stored) {
    NetworkAddress address = parse(stored);
    return new NetworkAddress(address.filled(address.bits(), true), address.bits()).inetText();
  }

  /** A cidr. */
  public static String network(String stored) {
    NetworkAddress address = parse(stored);
    return new NetworkAddress(address.filled(address.bits(), false), address.bits()).cidrText();
  }

  public static String netmask(String stored) {
    NetworkAddress address = parse(stored);
    NetworkAddress ones = all(address, true);
    return new NetworkAddress(ones.filled(address.bits(), false), address.maxBits()).inetText();
  }

  public static String hostmask(String stored) {
    NetworkAddress address = parse(stored);
    NetworkAddress zeros = all(address, false);
    return new NetworkAddress(zeros.filled(address.bits(), true), address.maxBits()).inetText();
  }

  private static NetworkAddress all(NetworkAddress like, boolean set) {
    return new NetworkAddress(like.filled(0, set), like.maxBits());
  }

  /** A cidr as inet. */
  public static String toInet(String stored) {
    return parse(stored).inetText();
  }

  /**
   * The address with another width.
   *
   * @param width -1 for the greatest
   * @throws PgException 22023
   */
  public static String withWidth(String stored, int width) {
    NetworkAddress address = parse(stored);
    return new NetworkAddress(address.address(), checked(address, width)).inetText();
  }

  /** The same for a cidr, which loses the bits behind the mask. */
  public static String networkWithWidth(String stored, int width) {
    NetworkAddress address = parse(stored);
    int bits = checked(address, width);
    return new NetworkAddress(address.filled(bits, false), bits).cidrText();
  }

  private static int checked(NetworkAddress address, int width) {
    int bits = width == -1 ? address.maxBits() : width;
    if (bits < 0 || bits > address.maxBits()) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid mask length: " + width);
    }
    return bits;
  }

  /** The smallest network that holds both. */
  public static String merge(String left, String right) {
    NetworkAddress first = parse(left);
    NetworkAddress second = parse(right);
    if (first.isV4() != second.isV4()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "cannot merge addresses from different families");
    }
    int common = first.commonBits(second, Math.min(first.bits(), second.bits()));
    return new NetworkAddress(first.filled(common, false), common).cidrText();
  }

  public static boolean isSameFamily(String left, String right) {
    return parse(left).isV4() == parse(right).isV4();
  }

  /** Whether the inner network lies within the outer one. */
  public static boolean isWithin(String inner, String outer, boolean orEqual) {
    NetworkAddress first = parse(inner);
    NetworkAddress second = parse(outer);
    boolean narrower = orEqual ? first.bits() >= second.bits() : first.bits() > second.bits();
    return first.isV4() == second.isV4()
        && narrower
        && first.commonBits(second, second.bits()) == second.bits();
  }

  public static boolean overlap(String left, String right) {
    NetworkAddress first = parse(left);
    NetworkAddress second = parse(right);
    int bits = Math.min(first.bits(), second.bits());
    return first.isV4() == second.isV4() && first.commonBits(second, bits) == bits;
  }

  public static String not(String stored) {
    NetworkAddress address = parse(stored);
    byte[] bytes = address.address().clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return new NetworkAddress(bytes, address.bits()).inetText();
  }

  public static String and(String left, String right) {
    return combined(left, right, "AND", (a, b) -> a & b);
  }

  public static String or(String left, String right) {
    return combined(left, right, "OR", (a, b) -> a | b);
  }

  private static String combined(
      String left, String right, String operation, IntBinaryOperator bytewise) {
    NetworkAddress first = parse(left);
    NetworkAddress second = parse(right);
    if (first.isV4() != second.isV4()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "cannot " + operation + " inet values of different sizes");
    }
    byte[] bytes = first.address().clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) bytewise.applyAsInt(bytes[i], second.address()[i]);
    }
    return new NetworkAddress(bytes, Math.max(first.bits(), second.bits())).inetText();
  }

  public static String plus(String stored, long addend) {
    return moved(stored, BigInteger.valueOf(addend));
  }

  public static String minus(String stored, long subtrahend) {
    return moved(stored, BigInteger.valueOf(subtrahend).negate());
  }

  private static String moved(String stored, BigInteger distance) {
    NetworkAddress address = parse(stored);
    BigInteger sum = new BigInteger(1, address.address()).add(distance);
    if (sum.signum() < 0 || sum.bitLength() > address.maxBits()) {
      throw outOfRange();
    }
    byte[] bytes = new byte[address.address().length];
    byte[] value = sum.toByteArray();
    int length = Math.min(value.length, bytes.length);
    System.arraycopy(value, value.length - length, bytes, bytes.length - length, length);
    return new NetworkAddress(bytes, address.bits()).inetText();
  }

  /** How far the addresses lie apart. */
  public static long distance(String left, String right) {
    NetworkAddress first = parse(left);
    NetworkAddress second = parse(right);
    if (first.isV4() != second.isV4()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "cannot subtract inet values of different sizes");
    }
    BigInteger distance =
        new BigInteger(1, first.address()).subtract(new BigInteger(1, second.address()));
    if (distance.bitLength() > 63) {
      throw outOfRange();
    }
    return distance.longValue();
  }

  private static PgException outOfRange() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "result is out of range");
  }
}
