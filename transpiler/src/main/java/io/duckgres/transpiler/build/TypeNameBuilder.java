package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.BuiltinTypeNameContext;
import io.duckgres.grammar.PostgresParser.FunctionTypeContext;
import io.duckgres.grammar.PostgresParser.IntervalTypeContext;
import io.duckgres.grammar.PostgresParser.NamedTypeContext;
import io.duckgres.grammar.PostgresParser.SimpleTypeNameContext;
import io.duckgres.grammar.PostgresParser.TypeModifiersContext;
import io.duckgres.grammar.PostgresParser.TypeNameContext;
import io.duckgres.transpiler.tree.TypeName;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;

/** Names of types (manual: "Data Types"). */
public final class TypeNameBuilder {
  private TypeNameBuilder() {}

  /** Any type, with array bounds and SETOF. */
  public static TypeName typeName(TypeNameContext context) {
    TypeName simple = simple(context.simpleTypeName());
    int dimensions = context.ARRAY() != null ? 1 : context.bounds.size();
    boolean setOf = context.setof != null;
    if (dimensions == 0 && !setOf) {
      return simple;
    }
    return new TypeName(
        simple.name(), simple.modifiers(), dimensions, setOf, false, simple.start());
  }

  /** A type of a function's argument or result, which may be {@code table.column%TYPE}. */
  public static TypeName functionType(FunctionTypeContext context) {
    TypeName type = typeName(context.typeName());
    return context.PERCENT() == null
        ? type
        : new TypeName(type.name(), List.of(), 0, type.setOf(), true, type.start());
  }

  /** A type without array bounds. */
  public static TypeName simple(SimpleTypeNameContext context) {
    if (context instanceof NamedTypeContext named) {
      Token head = named.head.getStart();
      List<String> parts = Names.parts(head, named.attributes);
      return of(parts, modifiers(named.typeModifiers()), head);
    }
    if (context instanceof BuiltinTypeNameContext builtin) {
      return BuiltinTypes.type(builtin.builtinType());
    }
    IntervalTypeContext interval = (IntervalTypeContext) context;
    List<SqlNode> modifiers =
        interval.precision != null
            ? IntervalModifiers.precision(interval.precision)
            : IntervalModifiers.fields(interval.intervalFields());
    return system("interval", modifiers, interval.getStart());
  }

  static List<SqlNode> modifiers(TypeModifiersContext context) {
    return context == null ? List.of() : ExpressionBuilder.expressions(context.expressions);
  }

  static TypeName of(List<String> name, List<SqlNode> modifiers, Token start) {
    return new TypeName(name, modifiers, 0, false, false, start.getStartIndex());
  }

  /** A type that a keyword names (gram.y: SystemTypeName). */
  static TypeName system(String name, List<SqlNode> modifiers, Token start) {
    return of(List.of(SystemCalls.SCHEMA, name), modifiers, start);
  }
}
