package io.duckgres.compat.cases;

import io.duckgres.compat.wire.Bytes;
import io.duckgres.compat.wire.TypeNames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Binary forms of parameter values, as the {@code *recv} functions of PostgreSQL read them. Types
 * that are not here are sent as text, which a client may mix at will.
 */
final class BinaryValues {

  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

  private static final Map<String, Function<String, byte[]>> ENCODERS =
      Map.ofEntries(
          Map.entry("bool", text -> new byte[] {(byte) ("t".equals(text) ? 1 : 0)}),
          Map.entry(
              "int2", text -> ByteBuffer.allocate(2).putShort(Short.parseShort(text)).array()),
          Map.entry("int4", text -> ByteBuffer.allocate(4).putInt(Integer.parseInt(text)).array()),
          Map.entry("int8", text -> ByteBuffer.allocate(8).putLong(Long.parseLong(text)).array()),
          Map.entry(
              "float4", text -> ByteBuffer.allocate(4).putFloat(Float.parseFloat(text)).array()),
          Map.entry(
              "float8", text -> ByteBuffer.allocate(8).putDouble(Double.parseDouble(text)).array()),
          Map.entry("text", BinaryValues::utf8),
          Map.entry("varchar", BinaryValues::utf8),
          Map.entry("bpchar", BinaryValues::utf8),
          Map.entry("json", BinaryValues::utf8),
          Map.entry("bytea", Bytes::read),
          Map.entry("date", BinaryValues::date),
          Map.entry("uuid", BinaryValues::uuid));

  private static final Map<Integer, Function<String, byte[]>> BY_OID =
      ENCODERS.entrySet().stream()
          .collect(Collectors.toMap(entry -> TypeNames.oid(entry.getKey()), Map.Entry::getValue));

  private BinaryValues() {}

  /**
   * Empty when the type is not known here, or the text is no value of it and the server must say
   * so.
   */
  static Optional<byte[]> encode(int type, String text) {
    Function<String, byte[]> encoder = BY_OID.get(type);
    if (encoder == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(encoder.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] date(String text) {
    int days = (int) ChronoUnit.DAYS.between(EPOCH, LocalDate.parse(text));
    return ByteBuffer.allocate(4).putInt(days).array();
  }

  private static byte[] uuid(String text) {
    UUID value = UUID.fromString(text);
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }
}
