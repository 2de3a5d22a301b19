package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.AlterFunctionStmtContext;
import io.duckgres.grammar.PostgresParser.ArgumentModeContext;
import io.duckgres.grammar.PostgresParser.CreateFunctionOptionContext;
import io.duckgres.grammar.PostgresParser.CreateFunctionStmtContext;
import io.duckgres.grammar.PostgresParser.DropFunctionStmtContext;
import io.duckgres.grammar.PostgresParser.FunctionArgumentContext;
import io.duckgres.grammar.PostgresParser.FunctionOptionContext;
import io.duckgres.grammar.PostgresParser.FunctionParameterContext;
import io.duckgres.grammar.PostgresParser.FunctionSignatureContext;
import io.duckgres.grammar.PostgresParser.RoutineBodyContext;
import io.duckgres.grammar.PostgresParser.RoutineStatementContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.grammar.PostgresParser.TableColumnContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.RoutineStatement;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.statement.SettingStatement;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** CREATE, ALTER and DROP of functions and procedures. */
final class RoutineBuilder {
  private final SourceText source;

  RoutineBuilder(SourceText source) {
    this.source = source;
  }

  /** Null for any other statement. */
  static UtilityStatement statement(StatementContext context, SourceText source) {
    if (context.createFunctionStmt() != null) {
      return new RoutineBuilder(source).create(context.createFunctionStmt());
    }
    if (context.alterFunctionStmt() != null) {
      return alter(context.alterFunctionStmt());
    }
    if (context.callStmt() != null) {
      return new SessionStatement.Call(
          (FunctionCall)
              RoutineText.expression(
                  source.of(context.callStmt().functionName())
                      + source.of(context.callStmt().callArguments())),
          Words.start(context.callStmt().functionName()));
    }
    return context.dropFunctionStmt() != null ? drop(context.dropFunctionStmt()) : null;
  }

  private UtilityStatement create(CreateFunctionStmtContext context) {
    boolean procedure = context.kind.getType() == PostgresParser.PROCEDURE;
    List<RoutineStatement.Argument> arguments = new ArrayList<>();
    for (FunctionParameterContext parameter : context.functionParameters().parameters) {
      arguments.add(argument(parameter));
    }
    for (TableColumnContext column : context.columns) {
      arguments.add(
          new RoutineStatement.Argument(
              Names.name(column.name),
              't',
              TypeNameBuilder.functionType(column.functionType()),
              null,
              null));
    }
    OptionReader options = new OptionReader();
    String language = null;
    RoutineStatement.Body body = null;
    for (CreateFunctionOptionContext option : context.options) {
      if (option instanceof PostgresParser.AsOptionContext as) {
        if (body != null) {
          throw conflicting(as.getStart());
        }
        body = new RoutineStatement.Body('s', Words.value(as.source));
      } else if (option instanceof PostgresParser.LanguageOptionContext named) {
        if (language != null) {
          throw conflicting(named.getStart());
        }
        language = SettingBuilder.text(named.wordOrString()).toLowerCase(Locale.ROOT);
      } else if (option instanceof PostgresParser.CommonOptionContext common) {
        options.read(common.functionOption());
      } else {
        return new UnsupportedStatement("CREATE FUNCTION with TRANSFORM or WINDOW");
      }
    }
    if (context.body != null) {
      if (body != null) {
        throw new PgException(
            SqlState.INVALID_FUNCTION_DEFINITION, "duplicate function body specified");
      }
      body = body(context.body);
    }
    return new RoutineStatement.Create(
        name(context.functionName()),
        procedure,
        context.orReplace() != null,
        arguments,
        context.functionType() == null
            ? null
            : TypeNameBuilder.functionType(context.functionType()),
        language,
        options.options(),
        body);
  }

  private RoutineStatement.Body body(RoutineBodyContext context) {
    if (context.returnStmt() != null) {
      return new RoutineStatement.Body('r', source.of(context.returnStmt().expr()));
    }
    List<String> statements = new ArrayList<>();
    for (RoutineStatementContext statement : context.statements) {
      if (statement.returnStmt() != null) {
        statements.add("SELECT " + source.of(statement.returnStmt().expr()));
      } else if (statement.statement() != null) {
        statements.add(source.of(statement.statement()));
      }
    }
    return new RoutineStatement.Body('a', String.join(";\n", statements));
  }

  private RoutineStatement.Argument argument(FunctionParameterContext context) {
    FunctionArgumentContext argument = context.functionArgument();
    return new RoutineStatement.Argument(
        argument.name == null ? "" : Names.name(argument.name),
        mode(argument.argumentMode()),
        TypeNameBuilder.functionType(argument.functionType()),
        context.defaultValue == null ? null : ExpressionBuilder.expression(context.defaultValue),
        context.defaultValue == null ? null : source.of(context.defaultValue));
  }

  private static char mode(ArgumentModeContext context) {
    if (context == null) {
      return 'i';
    }
    if (context.VARIADIC() != null) {
      return 'v';
    }
    if (context.INOUT() != null || context.IN() != null && context.OUT() != null) {
      return 'b';
    }
    return context.OUT() != null ? 'o' : 'i';
  }

  private static UtilityStatement alter(AlterFunctionStmtContext context) {
    RoutineStatement.Signature signature = signature(context.functionSignature());
    if (signature == null || context.extension != null) {
      return new UnsupportedStatement("this form of ALTER FUNCTION");
    }
    RoutineStatement.Options options = null;
    if (!context.options.isEmpty()) {
      OptionReader reader = new OptionReader();
      context.options.forEach(reader::read);
      options = reader.options();
    }
    return new RoutineStatement.Alter(
        kind(context.kind),
        signature,
        context.objectRename() == null ? null : Names.name(context.objectRename().newName),
        context.schemaChange() == null ? null : Names.name(context.schemaChange().schema),
        options,
        context.ownerChange() == null ? null : Words.role(context.ownerChange().owner));
  }

  private static UtilityStatement drop(DropFunctionStmtContext context) {
    List<RoutineStatement.Signature> routines = new ArrayList<>();
    for (FunctionSignatureContext routine : context.signatures) {
      RoutineStatement.Signature signature = signature(routine);
      if (signature == null) {
        return new UnsupportedStatement("DROP FUNCTION of this name");
      }
      routines.add(signature);
    }
    return new RoutineStatement.Drop(
        kind(context.kind),
        routines,
        context.ifExists() != null,
        TableBuilder.isCascade(context.dropBehavior()));
  }

  static UtilityStatement comment(PostgresParser.FunctionObjectContext context, String comment) {
    RoutineStatement.Signature signature = signature(context.functionSignature());
    if (signature == null) {
      return new UnsupportedStatement("COMMENT ON FUNCTION of this name");
    }
    String kind =
        context.PROCEDURE() != null
            ? "PROCEDURE"
            : context.FUNCTION() != null ? "FUNCTION" : "ROUTINE";
    return new RoutineStatement.Comment(kind, signature, comment);
  }

  /** Null for a name that is a keyword. */
  private static RoutineStatement.Signature signature(FunctionSignatureContext context) {
    if (context.functionName() == null) {
      return null;
    }
    List<TypeName> types = null;
    if (context.functionArguments() != null) {
      types = new ArrayList<>();
      for (FunctionArgumentContext argument : context.functionArguments().arguments) {
        if (argument.argumentMode() == null || mode(argument.argumentMode()) != 'o') {
          types.add(TypeNameBuilder.functionType(argument.functionType()));
        }
      }
    }
    return new RoutineStatement.Signature(name(context.functionName()), types);
  }

  private static ObjectName name(PostgresParser.FunctionNameContext context) {
    return new ObjectName(Names.function(context), Words.start(context));
  }

  private static String kind(Token kind) {
    return Words.value(kind).toUpperCase(Locale.ROOT);
  }

  private static PgException conflicting(Token at) {
    return Words.syntaxError("conflicting or redundant options", at);
  }

  /** Collects the options that CREATE and ALTER share. */
  private static final class OptionReader {
    private Character volatility;
    private Boolean strict;
    private Boolean leakproof;
    private Boolean definer;
    private Character parallel;
    private String cost;
    private String rows;
    private final List<SettingStatement> settings = new ArrayList<>();

    RoutineStatement.Options options() {
      return new RoutineStatement.Options(
          volatility, strict, leakproof, definer, parallel, cost, rows, settings);
    }

    void read(FunctionOptionContext option) {
      Token at = option.getStart();
      if (option instanceof PostgresParser.CalledOnNullOptionContext) {
        strict = once(strict, false, at);
      } else if (option instanceof PostgresParser.ReturnsNullOptionContext
          || option instanceof PostgresParser.StrictOptionContext) {
        strict = once(strict, true, at);
      } else if (option instanceof PostgresParser.VolatilityOptionContext found) {
        volatility = once(volatility, Words.value(found.volatility).charAt(0), at);
      } else if (option instanceof PostgresParser.SecurityOptionContext found) {
        definer = once(definer, found.security.getType() == PostgresParser.DEFINER, at);
      } else if (option instanceof PostgresParser.LeakproofOptionContext found) {
        leakproof = once(leakproof, found.not == null, at);
      } else if (option instanceof PostgresParser.CostOptionContext found) {
        cost = once(cost, Words.number(found.signedNumber()), at);
      } else if (option instanceof PostgresParser.RowsOptionContext found) {
        rows = once(rows, Words.number(found.signedNumber()), at);
      } else if (option instanceof PostgresParser.ParallelOptionContext found) {
        parallel = once(parallel, parallel(Names.name(found.parallel)), at);
      } else if (option instanceof PostgresParser.SettingOptionContext found) {
        setting(found.setOrReset());
      } else {
        throw PgException.notSupported("SUPPORT of a function");
      }
    }

    private void setting(PostgresParser.SetOrResetContext context) {
      UtilityStatement setting =
          context.setting() != null
              ? SettingBuilder.setting(context.setting(), false)
              : SettingBuilder.reset(context.resetStmt().settingName());
      if (!(setting instanceof SettingStatement known)) {
        throw PgException.notSupported("this setting of a function");
      }
      settings.add(known);
    }

    private static char parallel(String word) {
      return switch (word) {
        case "safe" -> 's';
        case "restricted" -> 'r';
        case "unsafe" -> 'u';
        default ->
            throw new PgException(
                SqlState.SYNTAX_ERROR,
                "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE");
      };
    }

    private static <T> T once(T before, T value, Token at) {
      if (before != null) {
        throw conflicting(at);
      }
      return value;
    }
  }
}
