package io.duckgres.value.network;

import java.util.Arrays;

/**
 * The input syntax of inet and cidr.
 *
 * <p>Source: {@code src/backend/utils/adt/inet_net_pton.c}.
 */
final class InetAddressText {
  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;

  private final String text;
  private int at;

  private InetAddressText(String text) {
    this.text = text;
  }

  /** An address with its number of bits; null when the text is none. */
  static NetworkAddress parse(String text, boolean cidr) {
    InetAddressText reader = new InetAddressText(text);
    if (text.indexOf(':') >= 0) {
      return reader.v6();
    }
    return cidr ? reader.cidr4() : reader.inet4();
  }

  /** The next character; the text ends with a zero as in C. */
  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private NetworkAddress inet4() {
    byte[] address = new byte[V4_BYTES];
    int count = 0;
    char c = next();
    while (isDigit(c)) {
      int value = 0;
      do {
        value = value * 10 + c - '0';
        if (value > 255) {
          return null;
        }
        c = next();
      } while (isDigit(c));
      if (count == V4_BYTES) {
        return null;
      }
      address[count++] = (byte) value;
      if (c == '\0' || c == '/') {
        break;
      }
      if (c != '.') {
        return null;
      }
      c = next();
    }
    int bits = bits4(c, count);
    if (bits == -2 || bits == -1 && count < V4_BYTES) {
      return null;
    }
    return new NetworkAddress(address, bits == -1 ? 32 : bits);
  }

  /** Bits after a slash; -1 for none, -2 for an error. */
  private int bits4(char last, int count) {
    if (last == '/' && isDigit(peek()) && count > 0) {
      int bits = 0;
      char c = next();
      while (isDigit(c)) {
        bits = Math.min(bits * 10 + c - '0', 1000);
        c = next();
      }
      return c != '\0' || bits > 32 ? -2 : bits;
    }
    return last != '\0' || count == 0 ? -2 : -1;
  }

  private NetworkAddress cidr4() {
    byte[] address = new byte[V4_BYTES];
    int count = 0;
    char c = next();
    if (c == '0'
        && (peek() == 'x' || peek() == 'X')
        && at + 1 < text.length()
        && hexadecimal(text.charAt(at + 1)) >= 0) {
      next();
      int nibbles = 0;
      for (c = next(); hexadecimal(c) >= 0; c = next()) {
        if (nibbles / 2 == V4_BYTES) {
          return null;
        }
        address[nibbles / 2] |= (byte) (hexadecimal(c) << (nibbles % 2 == 0 ? 4 : 0));
        nibbles++;
      }
      count = (nibbles + 1) / 2;
    } else if (isDigit(c)) {
      while (true) {
        int value = 0;
        do {
          value = value * 10 + c - '0';
          if (value > 255) {
            return null;
          }
          c = next();
        } while (isDigit(c));
        if (count == V4_BYTES) {
          return null;
        }
        address[count++] = (byte) value;
        if (c == '\0' || c == '/') {
          break;
        }
        if (c != '.') {
          return null;
        }
        c = next();
        if (!isDigit(c)) {
          return null;
        }
      }
    } else {
      return null;
    }
    int bits = bits4(c, count);
    if (bits == -2) {
      return null;
    }
    return new NetworkAddress(address, bits == -1 ? classBits(address[0] & 0xFF, count) : bits);
  }

  /** The width that the first byte's class implies, widened to the bytes given. */
  private static int classBits(int first, int count) {
    int bits = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
    bits = Math.max(bits, count * 8);
    return bits == 8 && first == 224 ? 4 : bits;
  }

  private static int hexadecimal(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private NetworkAddress v6() {
    byte[] address = new byte[V6_BYTES];
    int count = 0;
    int gap = -1;
    int bits = -1;
    int value = 0;
    int digits = 0;
    if (peek() == ':') {
      next();
      if (peek() != ':') {
        return null;
      }
    }
    int token = at;
    for (char c = next(); c != '\0'; c = next()) {
      if (hexadecimal(c) >= 0) {
        value = value << 4 | hexadecimal(c);
        if (++digits > 4) {
          return null;
        }
        continue;
      }
      if (c == ':') {
        token = at;
        if (digits == 0) {
          if (gap >= 0) {
            return null;
          }
          gap = count;
          continue;
        }
        if (peek() == '\0' || count + 2 > V6_BYTES) {
          return null;
        }
        address[count++] = (byte) (value >> 8);
        address[count++] = (byte) value;
        digits = 0;
        value = 0;
        continue;
      }
      if (c == '.' && count + 4 <= V6_BYTES) {
        bits = embedded4(token, address, count);
        if (bits == -2) {
          return null;
        }
        count += 4;
        digits = 0;
        break;
      }
      bits = c == '/' ? bits6() : -2;
      if (bits < 0) {
        return null;
      }
      break;
    }
    if (digits > 0) {
      if (count + 2 > V6_BYTES) {
        return null;
      }
      address[count++] = (byte) (value >> 8);
      address[count++] = (byte) value;
    }
    if (gap >= 0) {
      if (count == V6_BYTES) {
        return null;
      }
      int moved = count - gap;
      System.arraycopy(address, gap, address, V6_BYTES - moved, moved);
      Arrays.fill(address, gap, V6_BYTES - moved, (byte) 0);
      count = V6_BYTES;
    }
    return count != V6_BYTES ? null : new NetworkAddress(address, bits < 0 ? 128 : bits);
  }

  /** The bits after a slash, without zeros before them; -2 for an error. */
  private int bits6() {
    int bits = 0;
    int count = 0;
    for (char c = next(); c != '\0'; c = next()) {
      if (!isDigit(c) || count++ != 0 && bits == 0) {
        return -2;
      }
      bits = bits * 10 + c - '0';
      if (bits > 128) {
        return -2;
      }
    }
    return count == 0 ? -2 : bits;
  }

  /** A dotted quad at the end; gives the bits after it, -1 for none, -2 for an error. */
  private int embedded4(int from, byte[] address, int offset) {
    at = from;
    int count = 0;
    int value = 0;
    int digits = 0;
    for (char c = next(); c != '\0'; c = next()) {
      if (isDigit(c)) {
        if (digits++ != 0 && value == 0) {
          return -2;
        }
        value = value * 10 + c - '0';
        if (value > 255) {
          return -2;
        }
      } else if (c == '.' || c == '/') {
        if (count > 3) {
          return -2;
        }
        address[offset + count++] = (byte) value;
        if (c == '/') {
          return bits6();
        }
        value = 0;
        digits = 0;
      } else {
        return -2;
      }
    }
    if (digits == 0 || count > 3) {
      return -2;
    }
    address[offset + count] = (byte) value;
    return -1;
  }
}
