package io.duckgres.value.network;

import java.util.Arrays;

/**
 * An address and how many of its bits name the network.
 *
 * <p>Source: {@code src/backend/utils/adt/network.c}, {@code src/port/inet_net_ntop.c}.
 *
 * @param address 4 or 16 bytes
 * @param bits 0 to 32 or 128
 */
public record NetworkAddress(byte[] address, int bits) {
  private static final int WORDS = 8;

  /**
   * Reads the stored text, or any that the input functions read.
   *
   * @return null when it is none
   */
  public static NetworkAddress parse(String text, boolean cidr) {
    return InetAddressText.parse(text, cidr);
  }

  public boolean isV4() {
    return address.length == 4;
  }

  /** 32 or 128. */
  public int maxBits() {
    return address.length * 8;
  }

  public boolean bit(int index) {
    return (address[index / 8] >> (7 - index % 8) & 1) != 0;
  }

  /** Whether no bit behind the mask is set. */
  public boolean isNetwork() {
    for (int i = bits; i < maxBits(); i++) {
      if (bit(i)) {
        return false;
      }
    }
    return true;
  }

  /** The address with all bits from one on set or cleared. */
  public byte[] filled(int from, boolean set) {
    byte[] result = address.clone();
    for (int i = from; i < maxBits(); i++) {
      int mask = 0x80 >> i % 8;
      result[i / 8] = (byte) (set ? result[i / 8] | mask : result[i / 8] & ~mask);
    }
    return result;
  }

  /** How many of the first bits are equal, at most {@code limit}. */
  public int commonBits(NetworkAddress other, int limit) {
    int count = 0;
    while (count < limit && bit(count) == other.bit(count)) {
      count++;
    }
    return count;
  }

  /** The address with its width unless that is the greatest. */
  public String inetText() {
    return bits == maxBits() ? host() : cidrText();
  }

  /** The address with its width. */
  public String cidrText() {
    return host() + "/" + bits;
  }

  /** The address alone. */
  public String host() {
    if (isV4()) {
      return quad(0);
    }
    int[] words = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < WORDS; i++) {
      int end = i;
      while (end < WORDS && words[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        best = i;
        bestLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      if (best >= 0 && i >= best && i < best + bestLength) {
        if (i == best) {
          text.append(':');
        }
        continue;
      }
      if (i > 0) {
        text.append(':');
      }
      if (i == 6 && best == 0 && endsWithQuad(words, bestLength)) {
        return text.append(quad(12)).toString();
      }
      text.append(Integer.toHexString(words[i]));
    }
    return best >= 0 && best + bestLength == WORDS ? text.append(':').toString() : text.toString();
  }

  private static boolean endsWithQuad(int[] words, int zeros) {
    return zeros == 6 || zeros == 7 && words[7] != 1 || zeros == 5 && words[5] == 0xFFFF;
  }

  private String quad(int from) {
    return (address[from] & 0xFF)
        + "."
        + (address[from + 1] & 0xFF)
        + "."
        + (address[from + 2] & 0xFF)
        + "."
        + (address[from + 3] & 0xFF);
  }

  /** A text in the order of addresses: family, network, width, address. */
  public String key() {
    StringBuilder key = new StringBuilder(isV4() ? "4" : "6");
    for (int i = 0; i < bits; i++) {
      key.append(bit(i) ? '1' : '0');
    }
    key.append(' ');
    for (int i = bits; i < maxBits(); i++) {
      key.append(bit(i) ? '1' : '0');
    }
    return key.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkAddress that
        && bits == that.bits
        && Arrays.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + bits;
  }

  @Override
  public String toString() {
    return cidrText();
  }
}
