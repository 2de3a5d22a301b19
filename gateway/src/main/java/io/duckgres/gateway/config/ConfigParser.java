package io.duckgres.gateway.config;

import io.duckgres.gateway.config.ConfigNode.Mapping;
import io.duckgres.gateway.config.ConfigNode.Scalar;
import io.duckgres.gateway.config.ConfigNode.Sequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** From a value as it was given to the value that the server uses. */
@FunctionalInterface
public interface ConfigParser<T> {

  /** The longest name in PostgreSQL. */
  int MAX_NAME_LENGTH = 63;

  /** A value that the key can't have: what it must be instead, and the place if it is a part. */
  final class UnusableValueException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String place;

    UnusableValueException(ConfigNode node, String must) {
      super(
          must
              + (must.startsWith("must") && node instanceof Scalar scalar && scalar.text() != null
                  ? ", not \"" + scalar.text() + "\""
                  : ""));
      place = node.place();
    }

    String place() {
      return place;
    }
  }

  T parse(ConfigNode node) throws UnusableValueException;

  static ConfigParser<String> text(String must) {
    return node -> {
      if (node instanceof Scalar scalar && scalar.text() != null && !scalar.text().isEmpty()) {
        return scalar.text();
      }
      throw new UnusableValueException(node, "must be " + must);
    };
  }

  static ConfigParser<Integer> number(int from, int to) {
    String must = "must be a number from " + from + " to " + to;
    return node -> {
      try {
        if (node instanceof Scalar scalar && scalar.text() != null) {
          int number = Integer.parseInt(scalar.text());
          if (number >= from && number <= to) {
            return number;
          }
        }
      } catch (NumberFormatException noNumber) {
        // The error below says what is expected.
      }
      throw new UnusableValueException(node, must);
    };
  }

  static ConfigParser<Path> path(String must) {
    return node -> {
      String text = text(must).parse(node);
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new UnusableValueException(node, "must be " + must);
      }
    };
  }

  /** One of an enum's constants, by a name of its own. */
  static <E extends Enum<E>> ConfigParser<E> oneOf(Class<E> type, Function<E, String> name) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(name.apply(constant));
    }
    return node -> {
      for (E constant : type.getEnumConstants()) {
        if (node instanceof Scalar scalar
            && scalar.text() != null
            && name.apply(constant).equals(scalar.text().toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw new UnusableValueException(node, "must be one of " + String.join(", ", names));
    };
  }

  static <T> ConfigParser<List<T>> listOf(ConfigParser<T> item, String must) {
    return node -> {
      if (!(node instanceof Sequence sequence)) {
        throw new UnusableValueException(node, "must be " + must);
      }
      List<T> items = new ArrayList<>();
      for (ConfigNode each : sequence.items()) {
        items.add(item.parse(each));
      }
      return Collections.unmodifiableList(items);
    };
  }

  /** Passwords by user; a user's name is also the name of a file. */
  static ConfigParser<Map<String, String>> users() {
    ConfigParser<Map<String, String>> users =
        mapOf(text("a password or a verifier"), "a mapping of user to password");
    return node -> {
      Map<String, String> parsed = users.parse(node);
      for (String user : parsed.keySet()) {
        boolean usable =
            !user.isEmpty()
                && !user.startsWith(".")
                && user.length() <= MAX_NAME_LENGTH
                && user.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\');
        if (!usable) {
          throw new UnusableValueException(
              ((Mapping) node).entries().get(user),
              "names the user \"" + user + "\", which can't be the name of a file");
        }
      }
      return parsed;
    };
  }

  static <T> ConfigParser<Map<String, T>> mapOf(ConfigParser<T> value, String must) {
    return node -> {
      if (!(node instanceof Mapping mapping)) {
        throw new UnusableValueException(node, "must be " + must);
      }
      Map<String, T> values = new LinkedHashMap<>();
      for (Map.Entry<String, ConfigNode> entry : mapping.entries().entrySet()) {
        values.put(entry.getKey(), value.parse(entry.getValue()));
      }
      return Collections.unmodifiableMap(values);
    };
  }
}
