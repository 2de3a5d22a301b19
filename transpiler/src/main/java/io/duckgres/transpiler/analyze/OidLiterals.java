package io.duckgres.transpiler.analyze;

import io.duckgres.grammar.ParsedFragment;
import io.duckgres.grammar.PostgresParser.TypeNameContext;
import io.duckgres.grammar.PostgresSql;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.input.QualifiedNameInput;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.value.search.SearchConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.sql.SqlNode;

/**
 * Literals of the types that stand for an OID by its name: {@code 'pg_class'::regclass} and the
 * like are looked up when the statement is analysed, as in PostgreSQL.
 *
 * <p>Source: {@code src/backend/utils/adt/regproc.c}.
 */
final class OidLiterals {
  private static final Set<PgType> HANDLED =
      Set.of(
          PgTypes.REGCLASS,
          PgTypes.REGTYPE,
          PgTypes.REGPROC,
          PgTypes.REGPROCEDURE,
          PgTypes.REGOPER,
          PgTypes.REGNAMESPACE,
          PgTypes.REGROLE,
          PgTypes.REGCOLLATION,
          PgTypes.REGCONFIG);

  private final Analysis analysis;

  OidLiterals(Analysis analysis) {
    this.analysis = analysis;
  }

  static boolean handles(PgType type) {
    return HANDLED.contains(type);
  }

  SqlNode convert(PgLiteral literal, PgType type) {
    String text = literal.text();
    String oid;
    if (type.equals(PgTypes.REGNAMESPACE)
        || type.equals(PgTypes.REGROLE)
        || type.equals(PgTypes.REGCOLLATION)) {
      return runTime(literal, type);
    }
    if (text.equals("-")) {
      oid = "0";
    } else if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      oid = NumberInput.integer(text, PgTypes.OID);
    } else if (type.equals(PgTypes.REGCONFIG)) {
      oid = Integer.toString(SearchConfiguration.of(text).oid());
    } else if (type.equals(PgTypes.REGCLASS)) {
      oid = relation(text);
    } else if (type.equals(PgTypes.REGTYPE)) {
      oid = type(text);
    } else if (type.equals(PgTypes.REGOPER)) {
      oid = operator(text);
    } else {
      oid = function(text, type.equals(PgTypes.REGPROCEDURE));
    }
    return new PgLiteral(literal.getParserPosition(), oid, ExpressionType.of(type));
  }

  /** Names that the snapshot does not hold are looked up when the statement runs. */
  private SqlNode runTime(PgLiteral literal, PgType type) {
    PgProc proc = PgProcs.byName("to_" + type.name()).get(0);
    analysis.catalog.functionUsed(proc.signature());
    return new FunctionCall(
        literal.getParserPosition(),
        List.of(proc.name()),
        List.of(literal.typed(ExpressionType.of(PgTypes.TEXT))),
        CallOptions.NONE,
        List.of(),
        null,
        null,
        proc,
        ExpressionType.of(type));
  }

  private String relation(String text) {
    List<String> name = QualifiedNameInput.parse(text);
    Relation found = alongPath(name, schema -> analysis.catalog.relation(schema, last(name)));
    if (found == null) {
      throw new PgException(
          SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", name) + "\" does not exist");
    }
    return Integer.toString(found.oid());
  }

  private String type(String text) {
    PgType simple = PgTypes.byName(text.strip());
    if (simple != null) {
      return Integer.toString(simple.oid());
    }
    ParsedFragment<TypeNameContext> parsed = PostgresSql.parseTypeName(text);
    if (parsed.tree() == null) {
      throw new PgException(SqlState.SYNTAX_ERROR, "invalid type name \"" + text.strip() + "\"");
    }
    PgType type;
    try {
      type = analysis.types.find(TypeNameBuilder.typeName(parsed.tree())).type();
    } catch (PgException e) {
      // Its position is one in the literal's own text.
      throw e.withPosition(0);
    }
    return Integer.toUnsignedString(type.oid());
  }

  private String function(String text, boolean withArguments) {
    int parenthesis = text.indexOf('(');
    String plain = withArguments && parenthesis >= 0 ? text.substring(0, parenthesis) : text;
    List<PgProc> procs = analysis.routines.named(QualifiedNameInput.parse(plain));
    if (withArguments && parenthesis >= 0) {
      List<PgType> wanted = arguments(text.substring(parenthesis + 1, text.lastIndexOf(')')));
      procs = procs.stream().filter(proc -> proc.argumentTypes().equals(wanted)).toList();
    }
    if (procs.isEmpty()) {
      throw new PgException(
          SqlState.UNDEFINED_FUNCTION, "function \"" + text + "\" does not exist");
    }
    if (procs.size() > 1) {
      throw new PgException(
          SqlState.AMBIGUOUS_FUNCTION, "more than one function named \"" + text + "\"");
    }
    return Integer.toString(procs.get(0).oid());
  }

  private List<PgType> arguments(String list) {
    List<PgType> types = new ArrayList<>();
    for (String word : list.isBlank() ? new String[0] : list.split(",")) {
      PgType simple = TypeNames.parseSimple(word.strip());
      types.add(
          simple != null
              ? simple
              : analysis.catalog.typeByOid(Integer.parseUnsignedInt(type(word))));
    }
    return types;
  }

  private static String operator(String text) {
    String symbol = text.startsWith("pg_catalog.") ? text.substring(11) : text;
    List<PgOperator> found = new ArrayList<>(PgOperators.binary(symbol));
    found.addAll(PgOperators.prefix(symbol));
    if (found.size() == 1) {
      return Integer.toString(found.get(0).oid());
    }
    throw found.isEmpty()
        ? new PgException(SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + text)
        : new PgException(SqlState.AMBIGUOUS_FUNCTION, "more than one operator named " + text);
  }

  private <T> T alongPath(List<String> name, Function<String, T> lookup) {
    if (name.size() > 1) {
      return lookup.apply(name.get(name.size() - 2));
    }
    T temporary = lookup.apply("pg_temp");
    if (temporary != null) {
      return temporary;
    }
    for (String schema : analysis.context.searchPath()) {
      T found = lookup.apply(schema);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String last(List<String> name) {
    return name.get(name.size() - 1);
  }
}
