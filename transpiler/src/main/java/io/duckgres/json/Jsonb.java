package io.duckgres.json;

import io.duckgres.json.JsonValue.Member;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * jsonb's canonical form: keys ordered by length and then by bytes, the last of equal keys, numbers
 * as numeric prints them, one space after colons and commas.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonb.c} (JsonbToCString) and {@code jsonb_util.c}
 * (lengthCompareJsonbStringValue).
 */
public final class Jsonb {
  private static final Comparator<String> KEY_ORDER = Jsonb::compareKeys;

  private Jsonb() {}

  /** jsonb's text of a JSON text. */
  public static String canonical(String json) {
    return print(JsonReader.jsonb(json));
  }

  /** An object of these members as jsonb keeps them. */
  public static JsonValue object(Map<String, JsonValue> members) {
    List<Member> sorted = new ArrayList<>();
    members.forEach((key, value) -> sorted.add(new Member(key, value)));
    sorted.sort((left, right) -> KEY_ORDER.compare(left.key(), right.key()));
    return JsonValue.object(sorted);
  }

  /** An object's members by key. */
  public static Map<String, JsonValue> members(JsonValue object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach(member -> members.put(member.key(), member.value()));
    return members;
  }

  static JsonValue normal(JsonValue value) {
    if (value.isArray()) {
      return JsonValue.array(value.elements().stream().map(Jsonb::normal).toList());
    }
    if (value.isObject()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      value.members().forEach(member -> members.put(member.key(), normal(member.value())));
      return object(members);
    }
    return value;
  }

  private static int compareKeys(String left, String right) {
    byte[] first = left.getBytes(StandardCharsets.UTF_8);
    byte[] second = right.getBytes(StandardCharsets.UTF_8);
    return first.length != second.length
        ? Integer.compare(first.length, second.length)
        : Arrays.compareUnsigned(first, second);
  }

  /** The text of a jsonb value. */
  public static String print(JsonValue value) {
    StringBuilder out = new StringBuilder();
    print(value, out);
    return out.toString();
  }

  private static void print(JsonValue value, StringBuilder out) {
    switch (value.kind()) {
      case ARRAY -> {
        String separator = "[";
        for (JsonValue element : value.elements()) {
          out.append(separator);
          print(element, out);
          separator = ", ";
        }
        out.append(value.elements().isEmpty() ? "[]" : "]");
      }
      case OBJECT -> {
        String separator = "{";
        for (Member member : value.members()) {
          quote(member.key(), out.append(separator));
          print(member.value(), out.append(": "));
          separator = ", ";
        }
        out.append(value.members().isEmpty() ? "{}" : "}");
      }
      default -> scalar(value, out);
    }
  }

  private static void scalar(JsonValue value, StringBuilder out) {
    switch (value.kind()) {
      case STRING -> quote(value.text(), out);
      case NUMBER -> out.append(number(value.number()));
      case BOOLEAN -> out.append(value.truth());
      default -> out.append("null");
    }
  }

  /** The text of a jsonb value, a member or element a line. */
  public static String pretty(JsonValue value) {
    StringBuilder out = new StringBuilder();
    pretty(value, 0, out);
    return out.toString();
  }

  private static void pretty(JsonValue value, int level, StringBuilder out) {
    String inner = "\n" + "    ".repeat(level + 1);
    String outer = "\n" + "    ".repeat(level);
    switch (value.kind()) {
      case ARRAY -> {
        String separator = "[";
        for (JsonValue element : value.elements()) {
          pretty(element, level + 1, out.append(separator).append(inner));
          separator = ",";
        }
        out.append(value.elements().isEmpty() ? "[" : "").append(outer).append(']');
      }
      case OBJECT -> {
        String separator = "{";
        for (Member member : value.members()) {
          quote(member.key(), out.append(separator).append(inner));
          pretty(member.value(), level + 1, out.append(": "));
          separator = ",";
        }
        out.append(value.members().isEmpty() ? "{" : "").append(outer).append('}');
      }
      default -> scalar(value, out);
    }
  }

  /** A number as numeric prints it. */
  public static String number(BigDecimal number) {
    return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
  }

  /** A JSON string, escaped as PostgreSQL's escape_json does. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    quote(text, out);
    return out.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
