package io.duckgres.gateway.session;

import java.util.List;
import java.util.Map;

/**
 * Properties as JSON, YAML and XML, laid out as PostgreSQL does: values are texts, truth values,
 * numbers, lists of texts, or properties in turn, alone or in lists.
 */
final class ExplainTexts {
  /** A number as it is written. */
  record Number(String text) {}

  private ExplainTexts() {}

  static String json(Map<String, Object> query) {
    StringBuilder out = new StringBuilder("[\n  ");
    json(query, 2, out);
    return out.append("\n]").toString();
  }

  private static void json(Map<?, ?> properties, int indent, StringBuilder out) {
    out.append('{');
    String separator = "\n";
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      out.append(separator).append(" ".repeat(indent + 2));
      out.append(SessionValues.json(property.getKey())).append(": ");
      jsonValue(property.getValue(), indent + 2, out);
      separator = ",\n";
    }
    out.append('\n').append(" ".repeat(indent)).append('}');
  }

  private static void jsonValue(Object value, int indent, StringBuilder out) {
    if (value instanceof Map<?, ?> properties) {
      json(properties, indent, out);
    } else if (value instanceof Number number) {
      out.append(number.text());
    } else if (value instanceof List<?> list && isNested(list)) {
      out.append('[');
      String separator = "\n";
      for (Object element : list) {
        out.append(separator).append(" ".repeat(indent + 2));
        json((Map<?, ?>) element, indent + 2, out);
        separator = ",\n";
      }
      out.append('\n').append(" ".repeat(indent)).append(']');
    } else if (value instanceof List<?> list) {
      out.append('[');
      String separator = "";
      for (Object element : list) {
        out.append(separator).append(SessionValues.json(element));
        separator = ", ";
      }
      out.append(']');
    } else {
      out.append(SessionValues.json(value));
    }
  }

  private static boolean isNested(List<?> list) {
    return list.isEmpty() || list.get(0) instanceof Map;
  }

  static String yaml(Map<String, Object> query) {
    StringBuilder out = new StringBuilder();
    yaml(query, 0, out);
    return out.toString();
  }

  /** An element of a list. */
  private static void yaml(Map<?, ?> properties, int indent, StringBuilder out) {
    boolean first = true;
    for (Map.Entry<?, ?> property : properties.entrySet()) {
      if (first) {
        out.append(" ".repeat(indent)).append("- ");
        first = false;
      } else {
        out.append('\n').append(" ".repeat(indent + 2));
      }
      yamlProperty(property, indent + 2, out);
    }
  }

  private static void yamlProperty(Map.Entry<?, ?> property, int indent, StringBuilder out) {
    out.append(property.getKey()).append(':');
    Object value = property.getValue();
    if (value instanceof Map<?, ?> properties) {
      for (Map.Entry<?, ?> inner : properties.entrySet()) {
        out.append('\n').append(" ".repeat(indent + 2));
        yamlProperty(inner, indent + 2, out);
      }
    } else if (value instanceof List<?> list) {
      out.append(' ');
      for (Object element : list) {
        out.append('\n');
        if (element instanceof Map<?, ?> properties) {
          yaml(properties, indent + 2, out);
        } else {
          out.append(" ".repeat(indent + 2)).append("- ").append(SessionValues.json(element));
        }
      }
    } else if (value instanceof Number number) {
      out.append(' ').append(number.text());
    } else {
      out.append(' ').append(SessionValues.json(value));
    }
  }

  static String xml(Map<String, Object> query) {
    StringBuilder out =
        new StringBuilder("<explain xmlns=\"http://www.postgresql.org/2009/explain\">\n");
    xml("Query", query, 2, out);
    return out.append("</explain>").toString();
  }

  private static void xml(String name, Object value, int indent, StringBuilder out) {
    String tag = name.replace(' ', '-').replace('/', '-');
    String margin = " ".repeat(indent);
    out.append(margin).append('<').append(tag).append('>');
    if (value instanceof Map<?, ?> properties) {
      out.append('\n');
      properties.forEach((key, inner) -> xml((String) key, inner, indent + 2, out));
      out.append(margin);
    } else if (value instanceof List<?> list) {
      out.append('\n');
      for (Object element : list) {
        xml(element instanceof Map ? "Plan" : "Item", element, indent + 2, out);
      }
      out.append(margin);
    } else {
      out.append(escaped(value instanceof Number number ? number.text() : value.toString()));
    }
    out.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
