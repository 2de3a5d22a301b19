package io.duckgres.transpiler.tree;

import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.PlanParameter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * Prints a tree for people: what differs from a field's default, on one line where it fits. Fields
 * that say nothing beside their value go without their name.
 */
public final class TreePrinter {
  private static final int WIDTH = 100;
  private static final Set<String> UNNAMED =
      Set.of(
          "kind",
          "symbol",
          "left",
          "right",
          "operand",
          "operands",
          "arguments",
          "expression",
          "body",
          "query",
          "fields",
          "elements",
          "name",
          "target",
          "value",
          "base");

  private static final Set<String> QUALIFIED = Set.of("name", "table", "method", "collation");

  /** A label with parts in brackets behind it. */
  private record Part(String label, List<Part> parts) {
    static Part leaf(String text) {
      return new Part(text, List.of());
    }

    String flat() {
      return parts.isEmpty()
          ? label
          : label + parts.stream().map(Part::flat).collect(Collectors.joining(", ", "(", ")"));
    }

    void print(StringBuilder out, int indent) {
      String flat = flat();
      out.append(" ".repeat(indent));
      if (parts.isEmpty() || indent + flat.length() <= WIDTH) {
        out.append(flat).append('\n');
        return;
      }
      out.append(label).append('\n');
      parts.forEach(part -> part.print(out, indent + 2));
    }
  }

  private TreePrinter() {}

  /** The tree in lines of text. */
  public static String print(SqlNode node) {
    StringBuilder out = new StringBuilder();
    part(node).print(out, 0);
    return out.toString();
  }

  private static Part part(Object value) {
    if (value instanceof PgLiteral literal) {
      return Part.leaf(literal(literal));
    }
    if (value instanceof ParameterRef parameter) {
      return Part.leaf(
          parameter.source() instanceof PlanParameter.Client client
              ? "$" + client.number()
              : ((PlanParameter.Session) parameter.source()).value().name());
    }
    if (value instanceof SqlIdentifier name) {
      return Part.leaf(name.names.stream().map(TreePrinter::name).collect(Collectors.joining(".")));
    }
    if (value instanceof Alias alias) {
      return Part.leaf(alias.name() + (alias.columns().isEmpty() ? "" : alias.columns()));
    }
    if (value instanceof TypeName type) {
      return type(type);
    }
    if (value instanceof PgProc function) {
      return Part.leaf(function.signature());
    }
    if (value instanceof PgOperator operator) {
      return Part.leaf(operator.signature());
    }
    if (value instanceof PgType type) {
      return Part.leaf(TypeNames.format(type));
    }
    if (value instanceof ExpressionType type) {
      return Part.leaf(TypeNames.format(type.type(), type.typmod()));
    }
    if (value instanceof Template template) {
      return Part.leaf(template(template));
    }
    if (value instanceof Collection<?> list) {
      return new Part("", list.stream().map(TreePrinter::part).toList());
    }
    return value instanceof PgNode || value instanceof Record
        ? object(value)
        : Part.leaf(String.valueOf(value));
  }

  private static String template(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Text piece) {
        text.append(piece.text());
      } else if (part instanceof Template.Operand operand) {
        text.append('{').append(operand.number()).append('}');
      } else {
        text.append("{…}");
      }
    }
    return text.toString();
  }

  private static Part object(Object object) {
    List<Part> parts = new ArrayList<>();
    for (Field field : object.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        add(parts, field, read(field, object));
      }
    }
    return new Part(object.getClass().getSimpleName().replaceAll("(Call|Node)$", ""), parts);
  }

  private static void add(List<Part> parts, Field field, Object value) {
    String name = field.getName();
    if (isDefault(value, field.getType())) {
      return;
    }
    if (value.equals(true)) {
      parts.add(Part.leaf(name));
    } else if (value instanceof CallOptions options) {
      parts.addAll(object(options).parts());
    } else if (value instanceof String || value instanceof Collection<?> list && isText(list)) {
      boolean unnamed = UNNAMED.contains(name) && !name.equals("base");
      parts.add(Part.leaf((unnamed ? "" : name + "=") + text(name, value)));
    } else if (value instanceof Collection<?> list && UNNAMED.contains(name)) {
      list.forEach(element -> parts.add(part(element)));
    } else {
      Part part = part(value);
      parts.add(UNNAMED.contains(name) ? part : new Part(name + "=" + part.label(), part.parts()));
    }
  }

  private static boolean isDefault(Object value, Class<?> type) {
    return value == null
        || type == boolean.class && value.equals(false)
        || type == int.class && value.equals(-1)
        || value.equals(CallOptions.NONE)
        || value instanceof Collection<?> list && list.stream().allMatch(List.of()::equals);
  }

  private static boolean isText(Collection<?> list) {
    return list.stream().allMatch(String.class::isInstance);
  }

  /** A qualified name has points between its parts, any other list of texts commas. */
  private static String text(String field, Object value) {
    if (!(value instanceof Collection<?> list)) {
      return (String) value;
    }
    String separator = QUALIFIED.contains(field) ? "." : ", ";
    return list.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }

  private static Object read(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Part type(TypeName type) {
    String suffix =
        "[]".repeat(type.dimensions())
            + (type.setOf() ? " setof" : "")
            + (type.percentType() ? "%type" : "");
    List<Part> modifiers = type.modifiers().stream().map(TreePrinter::part).toList();
    return new Part("::" + String.join(".", type.name()) + suffix, modifiers);
  }

  private static String literal(PgLiteral literal) {
    if (literal.isNullValue()) {
      return "NULL";
    }
    return literal.isUnknown()
        ? "'" + literal.text().replace("\n", "\\n") + "'"
        : literal.text() + ":" + literal.expressionType().type().name();
  }

  private static String name(String part) {
    if (part.isEmpty()) {
      return "*";
    }
    return part.matches("[a-z_][a-z0-9_$]*") ? part : '"' + part + '"';
  }
}
