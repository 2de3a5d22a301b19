package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;

/** nextval and currval: the engine wants the sequence's own name as a constant. */
final class SequenceNames {
  private static final Set<String> FUNCTIONS = Set.of("nextval", "currval");

  private SequenceNames() {}

  /** The arguments for the engine, where the function is one over a sequence. */
  static List<SqlNode> replace(PgProc proc, List<SqlNode> arguments, Analysis analysis) {
    if (analysis.keepsForm || !FUNCTIONS.contains(proc.name())) {
      return arguments;
    }
    SqlNode argument = arguments.get(0);
    if (!(argument instanceof PgLiteral literal)
        || literal.text() == null
        || !PgTypes.REGCLASS.equals(literal.expressionType().type())) {
      throw Analysis.at(
          PgException.notSupported(proc.name() + " of a sequence that is not a constant"),
          argument);
    }
    Relation sequence = analysis.catalog.relationByOid(Integer.parseUnsignedInt(literal.text()));
    if (sequence == null || sequence.kind() != Relation.Kind.SEQUENCE) {
      throw Analysis.error(
          io.duckgres.pgtype.SqlState.WRONG_OBJECT_TYPE,
          "\"" + (sequence == null ? literal.text() : sequence.name()) + "\" is not a sequence",
          argument);
    }
    String name = engineSql(sequence);
    if (proc.name().equals("nextval")) {
      analysis.sequence = name;
    }
    return List.of(
        new PgLiteral(literal.getParserPosition(), name, ExpressionType.of(PgTypes.TEXT)));
  }

  /** Notes that rows are inserted whose other columns get their defaults. */
  static void noteDefaults(Relation table, List<Attribute> written, Analysis analysis) {
    for (Attribute attribute : table.attributes()) {
      String value = attribute.defaultExpression();
      if (value == null || written.contains(attribute) || !value.startsWith("nextval(")) {
        continue;
      }
      for (SequenceState sequence : analysis.catalog.sequences()) {
        String name = engineSql(sequence.relation());
        if (value.contains(Identifiers.literal(name))) {
          analysis.sequence = name;
        }
      }
    }
  }

  private static String engineSql(Relation sequence) {
    return sequence.engineName().stream().map(Identifiers::quote).collect(Collectors.joining("."));
  }
}
