package io.duckgres.value;

import io.duckgres.json.JsonReader;
import io.duckgres.json.Jsonb;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.transpiler.input.ArrayInput;
import io.duckgres.transpiler.input.BooleanInput;
import io.duckgres.transpiler.input.ByteaInput;
import io.duckgres.transpiler.input.DateTimeLiteral;
import io.duckgres.transpiler.input.IntervalLiteral;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.input.UuidInput;
import java.util.Locale;
import java.util.Set;

/** Whether a text is a value of a built-in type: {@code pg_input_is_valid} and its kin. */
public final class InputCheck {
  private static final Set<PgType> INTEGERS =
      Set.of(PgTypes.INT2, PgTypes.INT4, PgTypes.INT8, PgTypes.OID);
  private static final Set<PgType> TIMES =
      Set.of(PgTypes.DATE, PgTypes.TIME, PgTypes.TIMETZ, PgTypes.TIMESTAMP, PgTypes.TIMESTAMPTZ);
  private static final Set<PgType> TEXTS = Set.of(PgTypes.TEXT, PgTypes.VARCHAR, PgTypes.BPCHAR);

  private InputCheck() {}

  /**
   * The error of a type's input function; null when the text is a value.
   *
   * @param typeName as PostgreSQL or a user spells it, without modifier
   * @throws PgException 42704 when there is no such type, 0A000 when we can't tell
   */
  public static PgException errorOf(String text, String typeName) {
    PgType type = type(typeName.strip());
    if (type == null) {
      if (typeName.indexOf('(') >= 0 || typeName.indexOf('.') >= 0) {
        throw PgException.notSupported("checking input of type " + typeName);
      }
      throw new PgException(
          SqlState.UNDEFINED_OBJECT, "type \"" + typeName.strip() + "\" does not exist");
    }
    try {
      read(text, type);
      return null;
    } catch (PgException e) {
      if (e.state() == SqlState.FEATURE_NOT_SUPPORTED) {
        throw e;
      }
      return e;
    }
  }

  private static PgType type(String spelling) {
    if (spelling.endsWith("[]")) {
      PgType element = type(spelling.substring(0, spelling.length() - 2));
      return element == null ? null : PgTypes.arrayOf(element);
    }
    return switch (spelling.toLowerCase(Locale.ROOT)) {
      case "int" -> PgTypes.INT4;
      case "decimal", "dec" -> PgTypes.NUMERIC;
      case "float" -> PgTypes.FLOAT8;
      default -> TypeNames.parseSimple(spelling.toLowerCase(Locale.ROOT));
    };
  }

  private static void read(String text, PgType type) {
    ValueForm form = ValueForms.of(type);
    if (form != null) {
      form.read(text, InputSettings.DEFAULT);
    } else if (type.isArray() && PgTypes.elementOf(type) != null) {
      PgType element = PgTypes.elementOf(type);
      ArrayInput.parse(
          text,
          element.delimiter(),
          value -> {
            read(value, element);
            return value;
          });
    } else if (INTEGERS.contains(type)) {
      NumberInput.integer(text, type);
    } else if (type.equals(PgTypes.FLOAT4) || type.equals(PgTypes.FLOAT8)) {
      NumberInput.floating(text, type);
    } else if (type.equals(PgTypes.NUMERIC)) {
      NumberInput.numeric(text);
    } else if (type.equals(PgTypes.BOOL)) {
      BooleanInput.parse(text);
    } else if (type.equals(PgTypes.UUID)) {
      UuidInput.parse(text);
    } else if (type.equals(PgTypes.BYTEA)) {
      ByteaInput.parse(text);
    } else if (type.equals(PgTypes.JSON)) {
      JsonReader.json(text);
    } else if (type.equals(PgTypes.JSONB)) {
      Jsonb.canonical(text);
    } else if (type.equals(PgTypes.MONEY)) {
      MoneyText.read(text);
    } else if (TIMES.contains(type)) {
      DateTimeLiteral.normal(text, type, InputSettings.DEFAULT);
    } else if (type.equals(PgTypes.INTERVAL)) {
      IntervalLiteral.normal(text, -1, false);
    } else if (!TEXTS.contains(type)) {
      throw PgException.notSupported("checking input of type " + TypeNames.format(type));
    }
  }
}
