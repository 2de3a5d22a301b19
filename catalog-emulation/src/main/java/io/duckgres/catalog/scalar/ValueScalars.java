package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.CharForm;
import io.duckgres.value.InputCheck;
import io.duckgres.value.LsnFunctions;
import io.duckgres.value.Money;
import io.duckgres.value.MoneyText;
import io.duckgres.value.UuidFunctions;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import io.duckgres.value.XmlForm;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Input, output and order of the types that are stored as text of a form of their own. */
final class ValueScalars {
  private static final Class<Long> LONG = Long.class;
  private static final Class<Double> DOUBLE = Double.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of(
              "pg_value_in",
              TEXT,
              TEXT,
              TEXT,
              (text, type) -> form(type).read(text, InputSettings.DEFAULT)),
          ScalarFunction.of(
              "pg_value_out",
              TEXT,
              TEXT,
              TEXT,
              (stored, type) -> form(type).write(stored, InputSettings.DEFAULT)),
          ScalarFunction.of("pg_char_of", INT, TEXT, ValueScalars::charOf),
          ScalarFunction.of(
              "pg_char_number", TEXT, INT, stored -> (int) (byte) CharForm.byteOf(stored)),
          ScalarFunction.strict(
              "pg_value_in_by",
              TEXT,
              a -> form((String) a[1]).read((String) a[0], settings(a)),
              TEXT,
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_value_out_by",
              TEXT,
              a -> form((String) a[1]).write((String) a[0], settings(a)),
              TEXT,
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.of(
              "pg_value_key", TEXT, TEXT, TEXT, (stored, type) -> form(type).key(stored)),
          ScalarFunction.of(
              "pg_input_is_valid",
              TEXT,
              TEXT,
              BOOL,
              (text, type) -> InputCheck.errorOf(text, type) == null),
          ScalarFunction.strict(
              "pg_input_error",
              TEXT,
              a -> part(InputCheck.errorOf((String) a[0], (String) a[1]), (String) a[2]),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.of("pg_xml_comment", TEXT, TEXT, XmlForm::comment),
          ScalarFunction.of("pg_xml_text", TEXT, TEXT, XmlForm::escaped),
          ScalarFunction.of("pg_xml_is_content", TEXT, BOOL, XmlForm::isContent),
          ScalarFunction.of("pg_xml_is_document", TEXT, BOOL, XmlForm::isDocument),
          ScalarFunction.of("pg_uuid_version", TEXT, INT, UuidFunctions::version),
          ScalarFunction.of("pg_uuid_micros", TEXT, LONG, UuidFunctions::micros),
          ScalarFunction.of("pg_money_in", TEXT, LONG, MoneyText::read),
          ScalarFunction.of("pg_money_out", LONG, TEXT, MoneyText::write),
          ScalarFunction.of("pg_money_add", LONG, LONG, LONG, Money::add),
          ScalarFunction.of("pg_money_subtract", LONG, LONG, LONG, Money::subtract),
          ScalarFunction.of("pg_money_multiply", LONG, LONG, LONG, Money::multiply),
          ScalarFunction.of("pg_money_divide", LONG, LONG, LONG, Money::divide),
          ScalarFunction.of("pg_money_scale", LONG, DOUBLE, LONG, Money::scale),
          ScalarFunction.of("pg_money_divide_by", LONG, DOUBLE, LONG, Money::divideBy),
          ScalarFunction.of("pg_money_ratio", LONG, LONG, DOUBLE, Money::ratio),
          ScalarFunction.of("pg_money_of_integer", LONG, LONG, Money::ofInteger),
          ScalarFunction.of("pg_money_of_numeric", TEXT, LONG, Money::ofNumeric),
          ScalarFunction.of("pg_money_words", LONG, TEXT, Money::words),
          ScalarFunction.of("pg_lsn_distance", TEXT, TEXT, TEXT, LsnFunctions::distance),
          ScalarFunction.of("pg_lsn_add", TEXT, TEXT, TEXT, LsnFunctions::add),
          ScalarFunction.of("pg_lsn_subtract", TEXT, TEXT, TEXT, LsnFunctions::subtract));

  private ValueScalars() {}

  private static ValueForm form(String type) {
    return ValueForms.of(PgTypes.byName(type));
  }

  private static String part(PgException error, String part) {
    if (error == null) {
      return null;
    }
    return switch (part) {
      case "message" -> error.getMessage();
      case "detail" -> error.detail();
      case "hint" -> error.hint();
      default -> error.state().code();
    };
  }

  private static String charOf(int number) {
    if (number < Byte.MIN_VALUE || number > Byte.MAX_VALUE) {
      throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"char\" out of range");
    }
    return CharForm.of(number & 0xFF);
  }

  /** DateStyle and TimeZone are the third and the fourth argument. */
  private static InputSettings settings(Object[] arguments) {
    ZoneId zone;
    try {
      zone = ZoneId.of((String) arguments[3]);
    } catch (DateTimeException e) {
      throw PgException.notSupported("reading times in the time zone " + arguments[3]);
    }
    return new InputSettings((String) arguments[2], zone);
  }
}
