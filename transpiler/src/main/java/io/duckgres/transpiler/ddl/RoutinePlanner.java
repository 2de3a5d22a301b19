package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.ShownText;
import io.duckgres.transpiler.statement.RoutineStatement.Argument;
import io.duckgres.transpiler.statement.RoutineStatement.Create;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * CREATE FUNCTION and CREATE PROCEDURE in SQL. The engine knows nothing of them: they are kept
 * beside its catalog, and the analysis puts their bodies in the place of calls.
 *
 * <p>Source of checks: {@code src/backend/commands/functioncmds.c}
 * (interpret_function_parameter_list, CreateFunction) and {@code src/backend/catalog/pg_proc.c}
 * (ProcedureCreate).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createfunction.html">CREATE FUNCTION</a>
 */
final class RoutinePlanner {
  private static final Set<String> OTHER_LANGUAGES = Set.of("plpgsql", "c", "internal");

  private final DefinitionContext context;

  RoutinePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(Create statement, Steps steps) {
    checkLanguage(statement);
    NewObject name = context.lookup().creation(statement.name().withoutPosition(), false);
    List<Routine.Parameter> parameters = parameters(statement);
    checkNames(statement);
    PgType result = result(statement, parameters);
    List<String> shown = defaults(statement, parameters);
    PgProc proc = proc(statement, name, parameters, result, shown);
    Routine before = existing(statement, name, proc);
    if (before != null) {
      checkReplacement(before, proc);
    }
    List<String> path = context.session().searchPath();
    RoutineOptions options = new RoutineOptions(statement.options());
    List<String> settings = options.settings(List.of());
    List<String> own = RoutineOptions.searchPathOf(settings);
    Routine.Body body =
        new Routine.Body(
            statement.body().form(),
            statement.body().text(),
            null,
            statement.body().form() == 's' ? own : path,
            path);
    Routine routine =
        new Routine(
            proc,
            name.schema(),
            parameters,
            texts(statement),
            shown,
            body,
            options.of(
                new Routine.Options(
                    false, false, 'u', "100", proc.returnsSet() ? "1000" : "0", List.of()),
                settings));
    boolean checked =
        !"off".equals(context.session().setting("check_function_bodies"))
            || statement.body().form() != 's';
    if (checked && !isPolymorphic(proc)) {
      check(routine);
    }
    routine = shown(routine);
    if (before != null) {
      new RoutineUsers(context).replace(before, routine, steps);
    }
    steps.addAll(
        context.records().routineChanged(before, routine, RoutineTexts.of(routine).list()));
  }

  private void check(Routine routine) {
    try {
      context.analysis().checkRoutine(routine);
    } catch (PgException error) {
      boolean itself =
          error.state() == SqlState.UNDEFINED_FUNCTION
              && error.getMessage().startsWith("function " + routine.name() + "(");
      throw itself ? PgException.notSupported("a function in SQL that calls itself") : error;
    }
  }

  /** The standard body in PostgreSQL's words. */
  private Routine shown(Routine routine) {
    Routine.Body body = routine.body();
    if (body.form() == 's') {
      return routine;
    }
    String text = context.analysis().shownRoutine(routine);
    return new Routine(
        routine.proc(),
        routine.schema(),
        routine.parameters(),
        routine.defaults(),
        routine.shownDefaults(),
        new Routine.Body(body.form(), body.text(), text, body.searchPath(), body.createdPath()),
        routine.options());
  }

  private static void checkLanguage(Create statement) {
    String language = statement.language();
    if (language == null && (statement.body() == null || statement.body().form() == 's')) {
      throw Errors.of(SqlState.INVALID_FUNCTION_DEFINITION, "no language specified");
    }
    if (language != null && !language.equals("sql")) {
      throw OTHER_LANGUAGES.contains(language)
          ? PgException.notSupported("a function in the language " + language)
          : Errors.of(SqlState.UNDEFINED_OBJECT, "language \"" + language + "\" does not exist");
    }
    if (statement.body() == null) {
      throw Errors.of(SqlState.INVALID_FUNCTION_DEFINITION, "no function body specified");
    }
  }

  private List<Routine.Parameter> parameters(Create statement) {
    List<Routine.Parameter> parameters = new ArrayList<>();
    boolean variadic = false;
    boolean table = statement.arguments().stream().anyMatch(argument -> argument.mode() == 't');
    for (Argument argument : statement.arguments()) {
      if (argument.type().setOf()) {
        throw invalid("functions cannot accept set arguments");
      }
      PgType type = type(argument.type());
      if (type.isPseudo() && !isPolymorphic(type)) {
        throw invalid("SQL functions cannot have arguments of type " + TypeNames.format(type));
      }
      boolean input = argument.mode() != 'o' && argument.mode() != 't';
      if (variadic && input) {
        throw invalid("VARIADIC parameter must be the last input parameter");
      }
      if (argument.mode() == 'v') {
        if (!type.isArray() && !type.equals(PgTypes.ANYARRAY)) {
          throw invalid("VARIADIC parameter must be an array");
        }
        variadic = true;
      }
      if (table && (argument.mode() == 'o' || argument.mode() == 'b')) {
        throw Errors.of(
            SqlState.SYNTAX_ERROR, "OUT and INOUT arguments aren't allowed in TABLE functions");
      }
      if (!input && type.isPseudo()) {
        throw PgException.notSupported("a polymorphic result among several");
      }
      parameters.add(new Routine.Parameter(argument.name(), argument.mode(), type));
    }
    return parameters;
  }

  private PgType type(TypeName name) {
    try {
      return context.analysis().type(name).type();
    } catch (PgException error) {
      throw error.state() == SqlState.UNDEFINED_OBJECT
          ? Errors.of(
              SqlState.UNDEFINED_OBJECT,
              "type " + String.join(".", name.name()) + " does not exist")
          : error;
    }
  }

  private static void checkNames(Create statement) {
    Set<String> inputs = new HashSet<>();
    Set<String> outputs = new HashSet<>();
    for (Argument argument : statement.arguments()) {
      char mode = argument.mode();
      boolean twice = false;
      if (!argument.name().isEmpty()) {
        twice |= mode != 'o' && mode != 't' && !inputs.add(argument.name());
        twice |= mode != 'i' && mode != 'v' && !outputs.add(argument.name());
        twice |= mode == 't' && inputs.contains(argument.name());
      }
      if (twice) {
        throw invalid("parameter name \"" + argument.name() + "\" used more than once");
      }
    }
  }

  /** The default texts in PostgreSQL's words. */
  private List<String> defaults(Create statement, List<Routine.Parameter> parameters) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Argument argument = statement.arguments().get(i);
      if (argument.defaultValue() == null) {
        if (!shown.isEmpty() && parameters.get(i).isInput()) {
          throw invalid("input parameters after one with a default value must also have defaults");
        }
        continue;
      }
      if (!parameters.get(i).isInput()) {
        throw invalid("only input parameters can have default values");
      }
      PgType type = parameters.get(i).type();
      EngineExpression value =
          context
              .analysis()
              .expression(
                  argument.defaultValue(),
                  ExpressionPlace.DEFAULT,
                  null,
                  isPolymorphic(type) ? null : ExpressionType.of(type));
      shown.add(ShownText.plain(value.shownOr(argument.defaultText())));
    }
    return shown;
  }

  private static List<String> texts(Create statement) {
    return statement.arguments().stream()
        .map(Argument::defaultText)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private PgType result(Create statement, List<Routine.Parameter> parameters) {
    List<Routine.Parameter> outputs =
        parameters.stream().filter(p -> p.mode() != 'i' && p.mode() != 'v').toList();
    PgType implied = null;
    if (!outputs.isEmpty()) {
      implied =
          outputs.size() == 1 && !statement.procedure() ? outputs.get(0).type() : PgTypes.RECORD;
    }
    if (statement.procedure()) {
      return implied == null ? PgTypes.VOID : implied;
    }
    if (statement.result() == null) {
      if (implied == null) {
        throw invalid("function result type must be specified");
      }
      return implied;
    }
    PgType type = type(statement.result());
    if (implied != null && !implied.equals(type)) {
      throw invalid(
          "function result type must be "
              + TypeNames.format(implied)
              + " because of OUT parameters");
    }
    boolean allowed =
        !type.isPseudo()
            || isPolymorphic(type)
            || type.equals(PgTypes.VOID)
            || type.equals(PgTypes.RECORD);
    if (!allowed) {
      throw invalid("SQL functions cannot return type " + TypeNames.format(type));
    }
    if (isPolymorphic(type) && parameters.stream().noneMatch(p -> isPolymorphic(p.type()))) {
      throw invalid("cannot determine result data type")
          .withDetail(
              "A result of type "
                  + TypeNames.format(type)
                  + " requires at least one input of type anyelement, anyarray, anynonarray,"
                  + " anyenum, anyrange, or anymultirange.");
    }
    return type;
  }

  private PgProc proc(
      Create statement,
      NewObject name,
      List<Routine.Parameter> parameters,
      PgType result,
      List<String> defaults) {
    List<Routine.Parameter> inputs =
        parameters.stream().filter(Routine.Parameter::isInput).toList();
    Routine.Parameter last = inputs.isEmpty() ? null : inputs.get(inputs.size() - 1);
    boolean table = parameters.stream().anyMatch(parameter -> parameter.mode() == 't');
    return new PgProc(
        0,
        name.name(),
        statement.procedure() ? PgProc.Kind.PROCEDURE : PgProc.Kind.FUNCTION,
        inputs.stream().map(Routine.Parameter::type).toList(),
        inputs.stream().map(Routine.Parameter::name).toList(),
        defaults,
        last != null && last.mode() == 'v' ? element(last.type()) : null,
        result,
        table || statement.result() != null && statement.result().setOf(),
        Boolean.TRUE.equals(statement.options().strict()),
        statement.options().volatility() == null ? 'v' : statement.options().volatility(),
        parameters.stream()
            .filter(p -> p.mode() != 'i' && p.mode() != 'v')
            .map(p -> new PgProc.Output(p.name(), p.type()))
            .toList(),
        0,
        ' ');
  }

  private PgType element(PgType array) {
    return array.equals(PgTypes.ANYARRAY) ? PgTypes.ANYELEMENT : context.catalog().elementOf(array);
  }

  private Routine existing(Create statement, NewObject name, PgProc proc) {
    for (Routine routine : context.catalog().routines(name.schema(), name.name())) {
      if (!routine.proc().argumentTypes().equals(proc.argumentTypes())) {
        continue;
      }
      if (!statement.replace()) {
        throw Errors.of(
            SqlState.DUPLICATE_FUNCTION,
            "function \"" + name.name() + "\" already exists with same argument types");
      }
      if (routine.isProcedure() != statement.procedure()) {
        throw Errors.of(SqlState.WRONG_OBJECT_TYPE, "cannot change routine kind")
            .withDetail(
                "\""
                    + name.name()
                    + "\" is a "
                    + (routine.isProcedure() ? "procedure" : "function")
                    + ".");
      }
      return routine;
    }
    return null;
  }

  private static void checkReplacement(Routine before, PgProc proc) {
    String hint =
        "Use DROP "
            + (before.isProcedure() ? "PROCEDURE " : "FUNCTION ")
            + before.name()
            + "("
            + RoutineLookup.types(proc.argumentTypes(), ",")
            + ") first.";
    PgProc old = before.proc();
    if (!old.resultType().equals(proc.resultType()) || old.returnsSet() != proc.returnsSet()) {
      throw invalid(
              before.isProcedure()
                  ? "cannot change whether a procedure has output parameters"
                  : "cannot change return type of existing function")
          .withHint(hint);
    }
    if (!old.outputs().equals(proc.outputs()) && proc.resultType().equals(PgTypes.RECORD)) {
      throw invalid("cannot change return type of existing function")
          .withDetail("Row type defined by OUT parameters is different.")
          .withHint(hint);
    }
    for (int i = 0; i < old.argumentNames().size(); i++) {
      String name = old.argumentNames().get(i);
      if (!name.isEmpty() && !name.equals(proc.argumentNames().get(i))) {
        throw invalid("cannot change name of input parameter \"" + name + "\"").withHint(hint);
      }
    }
    if (proc.defaults() < old.defaults()) {
      throw invalid("cannot remove parameter defaults from existing function").withHint(hint);
    }
  }

  private static boolean isPolymorphic(PgProc proc) {
    return proc.argumentTypes().stream().anyMatch(RoutinePlanner::isPolymorphic);
  }

  private static boolean isPolymorphic(PgType type) {
    return type.isPseudo() && type.name().startsWith("any") && !type.equals(PgTypes.ANY);
  }

  private static PgException invalid(String message) {
    return Errors.of(SqlState.INVALID_FUNCTION_DEFINITION, message);
  }
}
