package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.BooleanOrStringContext;
import io.duckgres.grammar.PostgresParser.IntervalFieldsContext;
import io.duckgres.grammar.PostgresParser.SetStmtContext;
import io.duckgres.grammar.PostgresParser.SettingContext;
import io.duckgres.grammar.PostgresParser.SettingNameContext;
import io.duckgres.grammar.PostgresParser.SettingValueContext;
import io.duckgres.grammar.PostgresParser.TimeZoneValueContext;
import io.duckgres.grammar.PostgresParser.VariableNameContext;
import io.duckgres.grammar.PostgresParser.WordOrStringContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.IntervalParser;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.SettingStatement;
import io.duckgres.transpiler.statement.TransactionStatement;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** SET, RESET and SHOW. Source: {@code gram.y} (set_rest, set_rest_more, generic_set). */
final class SettingBuilder {
  private SettingBuilder() {}

  static UtilityStatement set(SetStmtContext context) {
    if (context instanceof PostgresParser.SetTransactionContext set) {
      return new TransactionStatement.SetTransaction(
          TransactionBuilder.modes(set.transactionModes()));
    }
    if (context instanceof PostgresParser.SetSessionCharacteristicsContext set) {
      return new TransactionStatement.SetSessionCharacteristics(
          TransactionBuilder.modes(set.transactionModes()));
    }
    if (context instanceof PostgresParser.SetConstraintsContext set) {
      return new SettingStatement.SetConstraints(
          set.anyNameList() == null ? List.of() : Words.objects(set.anyNameList()),
          set.timing.getType() == PostgresParser.DEFERRED);
    }
    PostgresParser.SetVariableContext set = (PostgresParser.SetVariableContext) context;
    boolean local = set.scope != null && set.scope.getType() == PostgresParser.LOCAL;
    return setting(set.setting(), local);
  }

  /** What SET says; also inside other statements. */
  static UtilityStatement setting(SettingContext context, boolean local) {
    if (context instanceof PostgresParser.VariableSettingContext variable) {
      if (variable.CURRENT() != null) {
        return new UnsupportedStatement("SET … FROM CURRENT");
      }
      List<String> values = variable.values.stream().map(SettingBuilder::value).toList();
      return new SettingStatement.Set(name(variable.variableName()), values, local);
    }
    if (context instanceof PostgresParser.TimeZoneSettingContext zone) {
      return new SettingStatement.Set("timezone", zone(zone.timeZoneValue()), local);
    }
    if (context instanceof PostgresParser.SchemaSettingContext schema) {
      return one("search_path", Words.value(schema.value), local);
    }
    if (context instanceof PostgresParser.NamesSettingContext names) {
      return names.value == null
          ? new SettingStatement.Set("client_encoding", List.of(), local)
          : one("client_encoding", Words.value(names.value), local);
    }
    if (context instanceof PostgresParser.RoleSettingContext role) {
      return one("role", text(role.wordOrString()), local);
    }
    if (context instanceof PostgresParser.SessionAuthorizationSettingContext user) {
      return user.wordOrString() == null
          ? new SettingStatement.Set("session_authorization", List.of(), local)
          : one("session_authorization", text(user.wordOrString()), local);
    }
    if (context instanceof PostgresParser.XmlOptionSettingContext xml) {
      return one("xmloption", Words.value(xml.kind), local);
    }
    if (context instanceof PostgresParser.CatalogSettingContext catalog) {
      throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "current database cannot be changed")
          .withPosition(catalog.value.getStartIndex() + 1);
    }
    return new UnsupportedStatement("SET TRANSACTION SNAPSHOT");
  }

  static SettingStatement.Reset reset(SettingNameContext context) {
    return new SettingStatement.Reset(settingName(context));
  }

  static SettingStatement.Show show(SettingNameContext context) {
    return new SettingStatement.Show(settingName(context));
  }

  /** A value as text. */
  static String value(SettingValueContext value) {
    return value.signedNumber() != null
        ? Words.number(value.signedNumber())
        : text(value.booleanOrString());
  }

  static String text(BooleanOrStringContext value) {
    return value.wordOrString() != null
        ? text(value.wordOrString())
        : value.getText().toLowerCase(Locale.ROOT);
  }

  static String text(WordOrStringContext value) {
    return value.string != null ? Words.value(value.string) : Names.name(value.word);
  }

  private static SettingStatement.Set one(String name, String value, boolean local) {
    return new SettingStatement.Set(name, List.of(value), local);
  }

  private static String name(VariableNameContext name) {
    return name.parts.stream().map(Names::name).collect(Collectors.joining("."));
  }

  private static String settingName(SettingNameContext context) {
    if (context instanceof PostgresParser.VariableSettingNameContext variable) {
      return name(variable.variableName());
    }
    if (context instanceof PostgresParser.TimeZoneSettingNameContext) {
      return "timezone";
    }
    if (context instanceof PostgresParser.IsolationSettingNameContext) {
      return "transaction_isolation";
    }
    return context instanceof PostgresParser.SessionAuthorizationSettingNameContext
        ? "session_authorization"
        : null;
  }

  private static List<String> zone(TimeZoneValueContext context) {
    if (context.signedNumber() != null) {
      return List.of(TimeZoneOffset.ofHours(Words.number(context.signedNumber())));
    }
    if (context.INTERVAL() != null) {
      return List.of(intervalZone(context));
    }
    if (context.SCONST() != null) {
      return List.of(Words.value(context.SCONST()));
    }
    return context.IDENT() != null ? List.of(Words.value(context.IDENT())) : List.of();
  }

  private static String intervalZone(TimeZoneValueContext context) {
    IntervalFieldsContext fields = context.intervalFields();
    if (fields != null && !isHourOrHourToMinute(fields)) {
      throw Words.syntaxError(
          "time zone interval must be HOUR or HOUR TO MINUTE", fields.getStart());
    }
    Token literal = context.SCONST().getSymbol();
    String zone = TimeZoneOffset.ofInterval(Words.value(literal));
    return zone == null
        ? TimeZoneOffset.of(IntervalParser.parse(Words.value(literal), false))
        : zone;
  }

  private static boolean isHourOrHourToMinute(IntervalFieldsContext fields) {
    boolean hour = fields.getStart().getType() == PostgresParser.HOUR;
    return hour && fields.intervalSecond() == null;
  }
}
