package io.duckgres.compat.script;

import io.duckgres.compat.wire.Bytes;
import io.duckgres.compat.wire.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a message that a script sends; what is not given has the usual default. */
final class Arguments {

  private final Map<String, Object> named = new LinkedHashMap<>();

  /**
   * @param argument a mapping of names, or the value of the message's main argument
   * @param main that argument's name
   */
  Arguments(Object argument, String main) {
    if (argument instanceof Map<?, ?> map) {
      map.forEach((name, value) -> named.put(String.valueOf(name), value));
    } else if (argument != null) {
      named.put(main, argument);
    }
  }

  String text(String name, String otherwise) {
    return named.containsKey(name) ? String.valueOf(named.get(name)) : otherwise;
  }

  int number(String name, int otherwise) {
    return named.containsKey(name) ? Integer.parseInt(text(name, "")) : otherwise;
  }

  boolean has(String name) {
    return named.containsKey(name);
  }

  List<Object> list(String name) {
    return named.get(name) instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }

  List<Integer> types(String name) {
    return list(name).stream().map(type -> TypeNames.oid(String.valueOf(type))).toList();
  }

  /** 0 for text, 1 for binary, a number as it is. */
  List<Integer> formats(String name) {
    return list(name).stream().map(String::valueOf).map(Arguments::format).toList();
  }

  List<byte[]> values(String name) {
    List<byte[]> values = new ArrayList<>();
    list(name).forEach(value -> values.add(value == null ? null : Bytes.read(value.toString())));
    return values;
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    named.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  private static int format(String format) {
    return switch (format) {
      case "text" -> 0;
      case "binary" -> 1;
      default -> Integer.parseInt(format);
    };
  }
}
