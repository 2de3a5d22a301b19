package io.duckgres.json;

import io.duckgres.json.JsonValue.Member;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON text as PostgreSQL does, with its errors.
 *
 * <p>Source: {@code src/common/jsonapi.c} and {@code json_errsave_error} in {@code jsonfuncs.c}.
 */
public final class JsonReader {
  private static final int DEEPEST = 2000;

  private final String text;
  private final JsonTokens tokens;
  private int depth;

  private JsonReader(String text, boolean binary) {
    this.text = text;
    this.tokens = new JsonTokens(text, binary);
  }

  /**
   * The value of a json text: members as written, each value knowing where it stands.
   *
   * @throws PgException 22P02 with PostgreSQL's detail, 54001 when nested too deeply
   */
  public static JsonValue json(String text) {
    return new JsonReader(text, false).read();
  }

  /**
   * The value of a text as jsonb: members in jsonb's order, the last of equal keys.
   *
   * @throws PgException as {@link #json}; 22P05 for a character that text cannot hold
   */
  public static JsonValue jsonb(String text) {
    return Jsonb.normal(new JsonReader(text, true).read());
  }

  private JsonValue read() {
    tokens.next();
    JsonValue value = value();
    if (tokens.type != JsonTokens.END) {
      throw tokens.expected("end of input");
    }
    return value;
  }

  private JsonValue value() {
    int start = tokens.start;
    JsonValue value;
    switch (tokens.type) {
      case '{' -> {
        return object(start);
      }
      case '[' -> {
        return array(start);
      }
      case JsonTokens.STRING -> value = JsonValue.string(tokens.string);
      case JsonTokens.NUMBER -> value = JsonValue.number(number());
      case JsonTokens.WORD -> {
        value =
            tokens.string.equals("null")
                ? JsonValue.NULL
                : JsonValue.bool(tokens.string.equals("true"));
      }
      default -> throw tokens.expected("JSON value");
    }
    value = value.at(start, tokens.end);
    tokens.next();
    return value;
  }

  private BigDecimal number() {
    String digits = text.substring(tokens.start, tokens.end);
    BigDecimal number;
    try {
      number = new BigDecimal(digits);
    } catch (ArithmeticException | NumberFormatException e) {
      throw overflow();
    }
    if ((long) number.precision() - number.scale() > 131072 && number.signum() != 0) {
      throw overflow();
    }
    return number.scale() > 16383 ? number.setScale(16383, java.math.RoundingMode.HALF_UP) : number;
  }

  private static PgException overflow() {
    return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
    }
  }

  private JsonValue object(int start) {
    enter();
    List<Member> members = new ArrayList<>();
    tokens.next();
    if (tokens.type != '}') {
      if (tokens.type != JsonTokens.STRING) {
        throw tokens.expected("string or \"}\"");
      }
      while (true) {
        if (tokens.type != JsonTokens.STRING) {
          throw tokens.expected("string");
        }
        String key = tokens.string;
        tokens.next();
        if (tokens.type != ':') {
          throw tokens.expected("\":\"");
        }
        tokens.next();
        members.add(new Member(key, value()));
        if (tokens.type == '}') {
          break;
        }
        if (tokens.type != ',') {
          throw tokens.expected("\",\" or \"}\"");
        }
        tokens.next();
      }
    }
    JsonValue object = JsonValue.object(members).at(start, tokens.end);
    tokens.next();
    depth--;
    return object;
  }

  private JsonValue array(int start) {
    enter();
    List<JsonValue> elements = new ArrayList<>();
    tokens.next();
    if (tokens.type != ']') {
      while (true) {
        elements.add(value());
        if (tokens.type == ']') {
          break;
        }
        if (tokens.type != ',') {
          throw tokens.expected("\",\" or \"]\"");
        }
        tokens.next();
      }
    }
    JsonValue array = JsonValue.array(elements).at(start, tokens.end);
    tokens.next();
    depth--;
    return array;
  }
}
