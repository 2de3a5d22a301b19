package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.RoutineStatement.Signature;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the routine that a statement names.
 *
 * <p>Source: {@code src/backend/parser/parse_func.c} (LookupFuncWithArgs).
 */
final class RoutineLookup {
  private final DefinitionContext context;

  RoutineLookup(DefinitionContext context) {
    this.context = context;
  }

  /**
   * The routine.
   *
   * @param kind FUNCTION, PROCEDURE or ROUTINE
   * @throws PgException 42883 when there is none, 42725 when the name alone fits several, 42809 for
   *     one of the other kind
   */
  Routine find(String kind, Signature signature) {
    Routine found = signature.arguments() == null ? byName(kind, signature) : exact(signature);
    if (found == null) {
      if (isBuiltIn(signature)) {
        throw PgException.notSupported("changing a built-in function");
      }
      throw Errors.of(SqlState.UNDEFINED_FUNCTION, missing(kind, signature));
    }
    boolean wrong =
        kind.equals("FUNCTION") && found.isProcedure()
            || kind.equals("PROCEDURE") && !found.isProcedure();
    if (wrong) {
      String types = types(found.proc().argumentTypes(), ", ");
      throw Errors.of(
          SqlState.WRONG_OBJECT_TYPE,
          found.name() + "(" + types + ") is not a " + kind.toLowerCase(Locale.ROOT));
    }
    return found;
  }

  private Routine byName(String kind, Signature signature) {
    List<Routine> found = new ArrayList<>();
    for (Routine routine : named(signature.name())) {
      boolean fits = kind.equals("ROUTINE") || routine.isProcedure() == kind.equals("PROCEDURE");
      if (fits) {
        found.add(routine);
      }
    }
    if (found.size() > 1) {
      throw Errors.of(
              SqlState.AMBIGUOUS_FUNCTION,
              kind.toLowerCase(Locale.ROOT) + " name \"" + signature.name() + "\" is not unique")
          .withHint(
              "Specify the argument list to select the "
                  + kind.toLowerCase(Locale.ROOT)
                  + " unambiguously.");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private Routine exact(Signature signature) {
    List<PgType> types = new ArrayList<>();
    signature.arguments().forEach(type -> types.add(context.analysis().type(type).type()));
    for (Routine routine : named(signature.name())) {
      if (routine.proc().argumentTypes().equals(types)) {
        return routine;
      }
    }
    return null;
  }

  private List<Routine> named(ObjectName name) {
    if (name.schema() != null) {
      return context.catalog().routines(name.schema(), name.name());
    }
    List<Routine> found = new ArrayList<>();
    for (String schema : context.session().searchPath()) {
      found.addAll(context.catalog().routines(schema, name.name()));
    }
    return found;
  }

  private static boolean isBuiltIn(Signature signature) {
    String schema = signature.name().schema();
    return (schema == null || schema.equals(ObjectLookup.PG_CATALOG))
        && !PgProcs.byName(signature.name().name()).isEmpty();
  }

  private String missing(String kind, Signature signature) {
    String word = kind.toLowerCase(Locale.ROOT);
    if (signature.arguments() == null) {
      return "could not find a " + word + " named \"" + signature.name() + "\"";
    }
    List<PgType> types = new ArrayList<>();
    signature.arguments().forEach(type -> types.add(context.analysis().type(type).type()));
    return word + " " + signature.name() + "(" + types(types, ", ") + ") does not exist";
  }

  /** What DROP … IF EXISTS says of one that is missing; null when it is there. */
  String skipped(String kind, Signature signature) {
    String schema = signature.name().schema();
    if (schema != null && !context.catalog().hasSchema(schema)) {
      return "schema \"" + schema + "\" does not exist";
    }
    List<TypeName> arguments = signature.arguments() == null ? List.of() : signature.arguments();
    for (TypeName type : arguments) {
      if (!exists(type)) {
        return "type \"" + text(type) + "\" does not exist";
      }
    }
    Routine found = signature.arguments() == null ? byName(kind, signature) : exact(signature);
    if (found != null || isBuiltIn(signature)) {
      return null;
    }
    String types = arguments.stream().map(RoutineLookup::text).collect(Collectors.joining(","));
    return kind.toLowerCase(Locale.ROOT)
        + " "
        + signature.name()
        + "("
        + types
        + ") does not exist";
  }

  private boolean exists(TypeName type) {
    try {
      context.analysis().type(type);
      return true;
    } catch (PgException error) {
      if (error.state() != SqlState.UNDEFINED_OBJECT) {
        throw error;
      }
      return false;
    }
  }

  /** The type as written, keywords as PostgreSQL's grammar translates them. */
  private static String text(TypeName type) {
    return String.join(".", type.name()) + (type.dimensions() > 0 ? "[]" : "");
  }

  static String types(List<PgType> types, String separator) {
    return types.stream().map(TypeNames::format).collect(Collectors.joining(separator));
  }
}
