package io.duckgres.catalog.scalar;

import io.duckgres.transpiler.input.UuidInput;
import java.util.List;

/** The functions over texts, bytea and bit strings, and the types' input and output. */
final class TextScalars {
  private static final Class<String> TEXT = String.class;
  private static final Class<Integer> INT = Integer.class;
  private static final Class<Long> LONG = Long.class;
  private static final Class<Boolean> BOOL = Boolean.class;

  private static final List<ScalarFunction> CHARACTERS =
      List.of(
          ScalarFunction.strict(
              "pg_lpad",
              TEXT,
              a -> CharacterFunctions.pad(text(a, 0), number(a, 1), text(a, 2), true),
              TEXT,
              INT,
              TEXT),
          ScalarFunction.strict(
              "pg_rpad",
              TEXT,
              a -> CharacterFunctions.pad(text(a, 0), number(a, 1), text(a, 2), false),
              TEXT,
              INT,
              TEXT),
          ScalarFunction.strict(
              "pg_overlay",
              TEXT,
              a -> CharacterFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), number(a, 3)),
              TEXT,
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_overlay_same",
              TEXT,
              a -> CharacterFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), null),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_reverse", TEXT, a -> CharacterFunctions.reverse(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_initcap", TEXT, a -> CharacterFunctions.capitalize(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_chr", TEXT, a -> CharacterFunctions.character(number(a, 0)), INT),
          ScalarFunction.strict(
              "pg_in_base",
              TEXT,
              a -> CharacterFunctions.inBase((Long) a[0], number(a, 1), number(a, 2)),
              LONG,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_split_part",
              TEXT,
              a -> CharacterFunctions.splitPart(text(a, 0), text(a, 1), number(a, 2)),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.withNulls(
              "pg_string_to_array",
              TEXT,
              a -> CharacterFunctions.toArray(text(a, 0), text(a, 1), text(a, 2)),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.of("pg_quote_ident", TEXT, TEXT, IdentifierFunctions::quote),
          ScalarFunction.strict(
              "pg_quote_literal", TEXT, a -> CharacterFunctions.quoteLiteral(text(a, 0)), TEXT),
          new ScalarFunction(
              "pg_normalize",
              List.of(TEXT),
              TEXT,
              true,
              TEXT,
              a -> CharacterFunctions.normalize(text(a, 0), form(a))),
          new ScalarFunction(
              "pg_is_normalized",
              List.of(TEXT),
              BOOL,
              true,
              TEXT,
              a -> CharacterFunctions.isNormalized(text(a, 0), form(a))),
          ScalarFunction.strict(
              "pg_unistr", TEXT, a -> CharacterFunctions.unescape(text(a, 0)), TEXT),
          new ScalarFunction(
              "pg_parse_ident",
              List.of(TEXT),
              TEXT,
              true,
              BOOL,
              a -> IdentifierFunctions.parse(text(a, 0), a.length < 2 || (Boolean) a[1])),
          new ScalarFunction("pg_format", List.of(TEXT), TEXT, false, TEXT, FormatFunction::format),
          ScalarFunction.withNulls("pg_format_list", TEXT, FormatFunction::formatList, TEXT, TEXT));

  private static final List<ScalarFunction> BINARY =
      List.of(
          ScalarFunction.strict(
              "pg_bytea_digest",
              TEXT,
              a -> BinaryFunctions.digest(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_bytea_encode",
              TEXT,
              a -> BinaryFunctions.encode(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_bytea_decode",
              TEXT,
              a -> BinaryFunctions.decode(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict("pg_bytea_in", TEXT, a -> BinaryFunctions.input(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_bytea_from",
              TEXT,
              a -> BinaryFunctions.substring(text(a, 0), number(a, 1), null),
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_substring",
              TEXT,
              a -> BinaryFunctions.substring(text(a, 0), number(a, 1), number(a, 2)),
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_overlay",
              TEXT,
              a -> BinaryFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), number(a, 3)),
              TEXT,
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_overlay_same",
              TEXT,
              a -> BinaryFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), null),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_position",
              INT,
              a -> BinaryFunctions.position(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_bytea_trim",
              TEXT,
              a -> BinaryFunctions.trim(text(a, 0), text(a, 1), (Boolean) a[2], (Boolean) a[3]),
              TEXT,
              TEXT,
              BOOL,
              BOOL),
          ScalarFunction.strict(
              "pg_bytea_get_byte",
              INT,
              a -> BinaryFunctions.getByte(text(a, 0), number(a, 1)),
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_set_byte",
              TEXT,
              a -> BinaryFunctions.setByte(text(a, 0), number(a, 1), number(a, 2)),
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bytea_get_bit",
              INT,
              a -> BinaryFunctions.getBit(text(a, 0), (Long) a[1]),
              TEXT,
              LONG),
          ScalarFunction.strict(
              "pg_bytea_set_bit",
              TEXT,
              a -> BinaryFunctions.setBit(text(a, 0), (Long) a[1], number(a, 2)),
              TEXT,
              LONG,
              INT),
          ScalarFunction.strict(
              "pg_bytea_bit_count", LONG, a -> BinaryFunctions.bitCount(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_bytea_to_text",
              TEXT,
              a -> BinaryFunctions.toText(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_bytea_of_text",
              TEXT,
              a -> BinaryFunctions.fromText(text(a, 0), text(a, 1)),
              TEXT,
              TEXT));

  private static final List<ScalarFunction> BITS =
      List.of(
          ScalarFunction.strict(
              "pg_bit_combine",
              TEXT,
              a -> BitFunctions.combine(text(a, 0), text(a, 1), text(a, 2)),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_bit_shift", TEXT, a -> BitFunctions.shift(text(a, 0), (Long) a[1]), TEXT, LONG),
          ScalarFunction.strict(
              "pg_bit_get", INT, a -> BitFunctions.get(text(a, 0), number(a, 1)), TEXT, INT),
          ScalarFunction.strict(
              "pg_bit_set",
              TEXT,
              a -> BitFunctions.set(text(a, 0), number(a, 1), number(a, 2)),
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bit_from",
              TEXT,
              a -> BitFunctions.substring(text(a, 0), number(a, 1), null),
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bit_substring",
              TEXT,
              a -> BitFunctions.substring(text(a, 0), number(a, 1), number(a, 2)),
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bit_overlay",
              TEXT,
              a -> BitFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), number(a, 3)),
              TEXT,
              TEXT,
              INT,
              INT),
          ScalarFunction.strict(
              "pg_bit_overlay_same",
              TEXT,
              a -> BitFunctions.overlay(text(a, 0), text(a, 1), number(a, 2), null),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bit_of_integer",
              TEXT,
              a -> BitFunctions.ofInteger((Long) a[0], number(a, 1)),
              LONG,
              INT),
          ScalarFunction.strict(
              "pg_bit_to_integer",
              LONG,
              a -> BitFunctions.toInteger(text(a, 0), number(a, 1)),
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_bit_sized", TEXT, a -> BitFunctions.sized(text(a, 0), number(a, 1)), TEXT, INT),
          ScalarFunction.strict(
              "pg_bit_checked",
              TEXT,
              a -> BitFunctions.checked(text(a, 0), number(a, 1), (Boolean) a[2]),
              TEXT,
              INT,
              BOOL),
          ScalarFunction.strict("pg_bit_in", TEXT, a -> BitFunctions.input(text(a, 0)), TEXT));

  private static final List<ScalarFunction> INPUT =
      List.of(
          ScalarFunction.strict(
              "pg_number_to_char",
              TEXT,
              a -> NumberWriter.format(text(a, 0), text(a, 1), number(a, 2)),
              TEXT,
              TEXT,
              INT),
          ScalarFunction.strict("pg_int2_in", INT, a -> InputFunctions.int2(text(a, 0)), TEXT),
          ScalarFunction.strict("pg_int4_in", INT, a -> InputFunctions.int4(text(a, 0)), TEXT),
          ScalarFunction.strict("pg_int8_in", LONG, a -> InputFunctions.int8(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_oid_in", LONG, a -> InputFunctions.oid(text(a, 0), "oid"), TEXT),
          ScalarFunction.strict(
              "pg_xid_in", LONG, a -> InputFunctions.oid(text(a, 0), "xid"), TEXT),
          ScalarFunction.strict("pg_uuid_in", TEXT, a -> UuidInput.parse(text(a, 0)), TEXT),
          ScalarFunction.strict("pg_bool_in", BOOL, a -> InputFunctions.bool(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_float4_in", TEXT, a -> InputFunctions.floating(text(a, 0), false), TEXT),
          ScalarFunction.strict(
              "pg_float8_in", TEXT, a -> InputFunctions.floating(text(a, 0), true), TEXT),
          ScalarFunction.strict(
              "pg_numeric_in", TEXT, a -> InputFunctions.numeric(text(a, 0)), TEXT),
          ScalarFunction.strict(
              "pg_float_out",
              TEXT,
              a -> InputFunctions.floatText(text(a, 0), number(a, 1)),
              TEXT,
              INT));

  static final List<ScalarFunction> ALL =
      java.util.stream.Stream.of(CHARACTERS, BINARY, BITS, INPUT, PatternFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  private TextScalars() {}

  private static String form(Object[] arguments) {
    return arguments.length < 2 ? "NFC" : text(arguments, 1);
  }

  static String text(Object[] arguments, int index) {
    return (String) arguments[index];
  }

  static Integer number(Object[] arguments, int index) {
    return (Integer) arguments[index];
  }
}
