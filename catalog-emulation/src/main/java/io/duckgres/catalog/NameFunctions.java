package io.duckgres.catalog;

import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.catalog.scalar.ScalarFunction;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names of PostgreSQL's own functions and operators and their OIDs both ways, and names of types
 * taken apart, as functions of the engine for the macros that stand for {@code to_regproc} and its
 * kin.
 *
 * <p>Source: {@code src/backend/utils/adt/regproc.c}.
 */
final class NameFunctions {
  /** What a name that several objects have gives instead of an OID. */
  static final long AMBIGUOUS = -1;

  /** Stands between the parts of a type's name. */
  private static final String SEPARATOR = "\u0001";

  private static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_type_name_parts", TEXT, TEXT, NameFunctions::typeNameParts),
          ScalarFunction.of("pg_function_oid", TEXT, Long.class, NameFunctions::functionOid),
          ScalarFunction.of("pg_procedure_oid", TEXT, Long.class, NameFunctions::procedureOid),
          ScalarFunction.of("pg_operator_oid", TEXT, Long.class, NameFunctions::operatorOid),
          ScalarFunction.of(
              "pg_operator_signature_oid", TEXT, Long.class, NameFunctions::operatorSignatureOid),
          ScalarFunction.of("pg_procedure_name", Long.class, TEXT, NameFunctions::procedureName),
          ScalarFunction.of("pg_operator_name", Long.class, TEXT, NameFunctions::operatorName),
          ScalarFunction.of(
              "pg_operator_signature", Long.class, TEXT, NameFunctions::operatorSignature));

  private NameFunctions() {}

  /** Registers them in the connection's instance. */
  static void register(Connection connection) throws SQLException {
    for (ScalarFunction function : ALL) {
      function.register(connection);
    }
  }

  /**
   * Schema (empty when not said), name and {@code []} or nothing of a type's name, with modifiers
   * read over; null when it is no name.
   */
  static String typeNameParts(String text) {
    String element = text.strip();
    String brackets = "";
    while (element.endsWith("]")) {
      int open = element.lastIndexOf('[');
      if (open < 0) {
        return null;
      }
      element = element.substring(0, open).strip();
      brackets = "[]";
    }
    PgType spelled = QualifiedNames.spelledType(element);
    if (spelled != null) {
      return String.join(SEPARATOR, spelled.schema(), spelled.name(), brackets);
    }
    List<String> parts;
    try {
      parts = QualifiedNames.parse(element);
    } catch (PgException notAName) {
      return null;
    }
    int last = parts.size() - 1;
    return String.join(SEPARATOR, last == 0 ? "" : parts.get(last - 1), parts.get(last), brackets);
  }

  /** The OID of the only function of a name, {@link #AMBIGUOUS} or null. */
  static Long functionOid(String name) {
    return only(procs(name).stream().map(PgProc::oid).toList());
  }

  /** The OID of a function given as {@code name(type, …)}, or null. */
  static Long procedureOid(String signature) {
    int open = signature.indexOf('(');
    List<Integer> arguments = argumentOids(signature, open);
    if (arguments == null) {
      return null;
    }
    for (PgProc proc : procs(signature.substring(0, open))) {
      if (proc.argumentTypes().stream().map(PgType::oid).toList().equals(arguments)) {
        return unsigned(proc.oid());
      }
    }
    return null;
  }

  /** The OID of the only operator of a name, {@link #AMBIGUOUS} or null. */
  static Long operatorOid(String name) {
    return only(operators(name).map(PgOperator::oid).toList());
  }

  /** The OID of an operator given as {@code +(left type, right type)}, or null. */
  static Long operatorSignatureOid(String signature) {
    int open = signature.indexOf('(');
    List<Integer> arguments = argumentOids(signature, open);
    if (arguments == null || arguments.size() != 2) {
      return null;
    }
    return operators(signature.substring(0, open))
        .filter(operator -> operandOids(operator).equals(arguments))
        .map(operator -> unsigned(operator.oid()))
        .findFirst()
        .orElse(null);
  }

  /** {@code name(type,…)}, null when no function of PostgreSQL's has the OID. */
  static String procedureName(long oid) {
    PgProc proc = PgProcs.byOid((int) oid);
    if (proc == null) {
      return null;
    }
    return QualifiedNames.quote(proc.name())
        + "("
        + String.join(",", proc.argumentTypes().stream().map(NameFunctions::spelled).toList())
        + ")";
  }

  /** The operator's name, qualified when others have the same. */
  static String operatorName(long oid) {
    PgOperator operator = PgOperators.byOid((int) oid);
    if (operator == null) {
      return null;
    }
    boolean unique = operators(operator.name()).count() == 1;
    return unique ? operator.name() : "pg_catalog." + operator.name();
  }

  /** {@code +(left type,right type)}. */
  static String operatorSignature(long oid) {
    PgOperator operator = PgOperators.byOid((int) oid);
    if (operator == null) {
      return null;
    }
    String left = operator.left() == null ? "NONE" : spelled(operator.left());
    return operator.name() + "(" + left + "," + spelled(operator.right()) + ")";
  }

  private static String spelled(PgType type) {
    boolean vector = type.equals(PgTypes.INT2VECTOR) || type.equals(PgTypes.OIDVECTOR);
    return type.isArray() && !vector
        ? TypeNames.format(PgTypes.elementOf(type)) + "[]"
        : TypeNames.format(type);
  }

  private static List<Integer> operandOids(PgOperator operator) {
    return List.of(operator.left() == null ? 0 : operator.left().oid(), operator.right().oid());
  }

  private static List<PgProc> procs(String name) {
    List<String> parts;
    try {
      parts = QualifiedNames.parse(name);
    } catch (PgException notAName) {
      return List.of();
    }
    int last = parts.size() - 1;
    boolean searched = last == 0 || parts.get(last - 1).equals("pg_catalog");
    return searched ? PgProcs.byName(parts.get(last)) : List.of();
  }

  private static Stream<PgOperator> operators(String name) {
    String symbol = name.strip();
    String unqualified =
        symbol.startsWith("pg_catalog.") ? symbol.substring("pg_catalog.".length()) : symbol;
    return Stream.concat(
        PgOperators.binary(unqualified).stream(), PgOperators.prefix(unqualified).stream());
  }

  /** OIDs of the types in parentheses, {@code NONE} being 0; null when one is none of ours. */
  private static List<Integer> argumentOids(String signature, int open) {
    int close = signature.lastIndexOf(')');
    if (open < 0 || close < open) {
      return null;
    }
    List<Integer> oids = new ArrayList<>();
    String list = signature.substring(open + 1, close);
    for (String word : list.isBlank() ? new String[0] : list.split(",")) {
      String spelling = word.strip();
      if (spelling.equalsIgnoreCase("none")) {
        oids.add(0);
        continue;
      }
      boolean array = spelling.endsWith("[]");
      String element = array ? spelling.substring(0, spelling.length() - 2) : spelling;
      PgType type = QualifiedNames.spelledType(element);
      if (type == null) {
        type = PgTypes.byName(element);
      }
      if (type == null) {
        return null;
      }
      oids.add(array ? type.arrayOid() : type.oid());
    }
    return oids;
  }

  private static Long only(List<Integer> oids) {
    if (oids.isEmpty()) {
      return null;
    }
    return oids.size() > 1 ? AMBIGUOUS : unsigned(oids.get(0));
  }

  private static Long unsigned(int oid) {
    return Integer.toUnsignedLong(oid);
  }
}
