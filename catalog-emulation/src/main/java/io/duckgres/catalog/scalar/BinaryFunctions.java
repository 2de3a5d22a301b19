package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Functions over bytea, whose values come and go as hexadecimal digits.
 *
 * <p>Source: {@code src/backend/utils/adt/varlena.c} and {@code encode.c}.
 */
final class BinaryFunctions {
  private static final HexFormat HEX = HexFormat.of();
  private static final int BASE64_LINE = 76;

  private BinaryFunctions() {}

  static String digest(String hex, String algorithm) {
    try {
      return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(bytes(hex)));
    } catch (NoSuchAlgorithmException e) {
      throw PgException.notSupported("the digest " + algorithm);
    }
  }

  static String encode(String hex, String format) {
    byte[] bytes = bytes(hex);
    switch (format.toLowerCase(Locale.ROOT)) {
      case "hex":
        return HEX.formatHex(bytes);
      case "base64":
        return Base64.getMimeEncoder(BASE64_LINE, new byte[] {'\n'}).encodeToString(bytes);
      case "escape":
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
          if (b == 0 || b < 0) {
            text.append('\\').append(String.format("%03o", b & 0xFF));
          } else {
            text.append(b == '\\' ? "\\\\" : Character.toString(b));
          }
        }
        return text.toString();
      default:
        throw unknownEncoding(format);
    }
  }

  static String decode(String text, String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "hex" -> decodeHex(text);
      case "base64" -> decodeBase64(text);
      case "escape" -> decodeEscape(text);
      default -> throw unknownEncoding(format);
    };
  }

  /** Reads bytea's input syntax. */
  static String input(String text) {
    return text.startsWith("\\x") ? decodeHex(text.substring(2)) : decodeEscape(text);
  }

  private static String decodeHex(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = digits.length() % 2 == 0;
      if (between && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
        continue;
      }
      if (c > 127 || Character.digit(c, 16) < 0) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid hexadecimal digit: \"" + Character.toString(text.codePointAt(i)) + "\"");
      }
      digits.append(c);
    }
    if (digits.length() % 2 != 0) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal data: odd number of digits");
    }
    return digits.toString();
  }

  private static String decodeBase64(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        continue;
      }
      boolean known = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
      if (!known) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid symbol \""
                + Character.toString(text.codePointAt(i))
                + "\" found while decoding base64 sequence");
      }
      digits.append(c);
    }
    if (digits.length() % 4 != 0) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid base64 end sequence");
    }
    try {
      return HEX.formatHex(Base64.getDecoder().decode(digits.toString()));
    } catch (IllegalArgumentException e) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "unexpected \"=\" while decoding base64 sequence");
    }
  }

  private static String decodeEscape(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '\\') {
        out.put(in[i]);
      } else if (i + 1 < in.length && in[i + 1] == '\\') {
        out.put(in[++i]);
      } else if (i + 3 < in.length
          && in[i + 1] >= '0'
          && in[i + 1] <= '3'
          && octal(in[i + 2])
          && octal(in[i + 3])) {
        out.put((byte) ((in[i + 1] - '0') << 6 | (in[i + 2] - '0') << 3 | (in[i + 3] - '0')));
        i += 3;
      } else {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
      }
    }
    return HEX.formatHex(out.array(), 0, out.position());
  }

  private static boolean octal(byte b) {
    return b >= '0' && b <= '7';
  }

  /** {@code length} null: to the end. */
  static String substring(String hex, int start, Integer length) {
    byte[] bytes = bytes(hex);
    long end = length == null ? bytes.length + 1L : (long) start + length;
    if (length != null && length < 0) {
      throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }
    long from = Math.min(Math.max(start, 1), bytes.length + 1L);
    long to = Math.max(from, Math.min(end, bytes.length + 1L));
    return HEX.formatHex(bytes, (int) from - 1, (int) to - 1);
  }

  static String overlay(String hex, String replacement, int start, Integer length) {
    if (start <= 0) {
      throw new PgException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }
    long rest = (long) start + (length == null ? replacement.length() / 2 : length);
    if (rest > Integer.MAX_VALUE) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }
    return substring(hex, 1, start - 1)
        + replacement
        + substring(hex, (int) Math.min(rest, Integer.MAX_VALUE), null);
  }

  static int position(String hex, String part) {
    for (int at = hex.indexOf(part); at >= 0; at = hex.indexOf(part, at + 1)) {
      if (at % 2 == 0) {
        return at / 2 + 1;
      }
    }
    return 0;
  }

  static String trim(String hex, String set, boolean atStart, boolean atEnd) {
    byte[] bytes = bytes(hex);
    byte[] removed = bytes(set);
    Arrays.sort(removed);
    int from = 0;
    int to = bytes.length;
    while (atStart && from < to && Arrays.binarySearch(removed, bytes[from]) >= 0) {
      from++;
    }
    while (atEnd && to > from && Arrays.binarySearch(removed, bytes[to - 1]) >= 0) {
      to--;
    }
    return HEX.formatHex(bytes, from, to);
  }

  static int getByte(String hex, int index) {
    return bytes(hex)[index(index, hex.length() / 2)] & 0xFF;
  }

  static String setByte(String hex, int index, int value) {
    byte[] bytes = bytes(hex);
    bytes[index(index, bytes.length)] = (byte) value;
    return HEX.formatHex(bytes);
  }

  static int getBit(String hex, long number) {
    byte[] bytes = bytes(hex);
    long index = index(number, bytes.length * 8L);
    return bytes[(int) (index / 8)] >> (index % 8) & 1;
  }

  static String setBit(String hex, long number, int value) {
    byte[] bytes = bytes(hex);
    long index = index(number, bytes.length * 8L);
    if (value != 0 && value != 1) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
    }
    int at = (int) (index / 8);
    int mask = 1 << (index % 8);
    bytes[at] = (byte) (value == 1 ? bytes[at] | mask : bytes[at] & ~mask);
    return HEX.formatHex(bytes);
  }

  static long bitCount(String hex) {
    long count = 0;
    for (byte b : bytes(hex)) {
      count += Integer.bitCount(b & 0xFF);
    }
    return count;
  }

  private static int index(int index, int length) {
    return (int) index((long) index, length);
  }

  private static long index(long index, long length) {
    if (index < 0 || index >= length) {
      throw new PgException(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          "index " + index + " out of valid range, 0.." + (length - 1));
    }
    return index;
  }

  static String toText(String hex, String encoding) {
    byte[] bytes = bytes(hex);
    try {
      String text =
          charset(encoding, "source").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf(0) >= 0) {
        throw new PgException(
            SqlState.CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"" + shown(encoding) + "\": 0x00");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new PgException(
          SqlState.CHARACTER_NOT_IN_REPERTOIRE,
          "invalid byte sequence for encoding \""
              + shown(encoding)
              + "\": 0x"
              + HEX.formatHex(
                  bytes, invalidAt(bytes), Math.min(invalidAt(bytes) + 1, bytes.length)));
    }
  }

  private static int invalidAt(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .decode(in, java.nio.CharBuffer.allocate(bytes.length + 1), true);
    return Math.min(in.position(), Math.max(bytes.length - 1, 0));
  }

  static String fromText(String text, String encoding) {
    try {
      ByteBuffer out =
          charset(encoding, "destination").newEncoder().encode(java.nio.CharBuffer.wrap(text));
      return HEX.formatHex(out.array(), 0, out.limit());
    } catch (CharacterCodingException e) {
      throw new PgException(
          SqlState.UNTRANSLATABLE_CHARACTER,
          "character in encoding \"UTF8\" has no equivalent in encoding \""
              + shown(encoding)
              + "\"");
    }
  }

  private static String shown(String encoding) {
    Charset charset = charset(encoding, "source");
    return charset.equals(StandardCharsets.UTF_8) ? "UTF8" : encoding.toUpperCase(Locale.ROOT);
  }

  private static Charset charset(String encoding, String role) {
    String name = encoding.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return switch (name) {
      case "utf8", "unicode" -> StandardCharsets.UTF_8;
      case "latin1", "iso88591" -> StandardCharsets.ISO_8859_1;
      case "latin2",
          "latin3",
          "latin4",
          "latin5",
          "latin9",
          "win1250",
          "win1251",
          "win1252",
          "win1253",
          "win1254",
          "win1257",
          "koi8r",
          "eucjp",
          "sjis",
          "big5",
          "gbk" ->
          Charset.forName(
              switch (name) {
                case "latin2" -> "ISO-8859-2";
                case "latin3" -> "ISO-8859-3";
                case "latin4" -> "ISO-8859-4";
                case "latin5" -> "ISO-8859-9";
                case "latin9" -> "ISO-8859-15";
                case "koi8r" -> "KOI8-R";
                case "eucjp" -> "EUC-JP";
                case "sjis" -> "Shift_JIS";
                case "big5" -> "Big5";
                case "gbk" -> "GBK";
                default -> "windows-" + name.substring(3);
              });
      default ->
          throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid " + role + " encoding name \"" + encoding + "\"");
    };
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  private static PgException unknownEncoding(String format) {
    return new PgException(
        SqlState.INVALID_PARAMETER_VALUE, "unrecognized encoding: \"" + format + "\"");
  }
}
