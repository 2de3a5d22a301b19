package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Values as the texts of PostgreSQL's output functions, for functions that take any type. */
final class OutputTexts {
  private static final Template BOOLEAN =
      Template.parse("CASE {0} WHEN true THEN 't' WHEN false THEN 'f' END");
  private static final Template PADDED = Template.parse("rpad({0}, {1}, ' ')");

  private final CastRule casts;

  OutputTexts(CastRule casts) {
    this.casts = casts;
  }

  /** A polymorphic argument is cast to text, one of any type is shown. */
  List<SqlNode> of(List<SqlNode> nodes, PgProc proc) {
    boolean cast = proc.argumentTypes().get(0).name().equals("anyelement");
    return nodes.stream().map(node -> of(node, cast)).toList();
  }

  /** Each is cast to text. */
  List<SqlNode> cast(List<SqlNode> nodes) {
    return nodes.stream().map(node -> of(node, true)).toList();
  }

  private SqlNode of(SqlNode node, boolean cast) {
    ExpressionType type = Typed.of(node);
    if (node instanceof PgLiteral literal && (type == null || literal.isUnknown())) {
      return literal.typed(ExpressionType.of(PgTypes.TEXT));
    }
    if (type == null) {
      throw PgException.notSupported("a value of the engine's own type where any type is taken")
          .withPosition(Positions.start(node) + 1);
    }
    PgType of = type.type();
    if (of.equals(PgTypes.BOOL) && !cast) {
      return new TemplateCall(
          node.getParserPosition(), BOOLEAN, List.of(node), ExpressionType.of(PgTypes.TEXT));
    }
    if (of.equals(PgTypes.BPCHAR)) {
      return padded(node);
    }
    ValueForm form = ValueForms.of(of);
    if (form != null && form.isShownAsStored() && !cast) {
      return node;
    }
    if (of.category() == 'S' || NumericForms.isText(node)) {
      return node;
    }
    if (of.equals(PgTypes.RECORD) && FunctionRows.of("cast(" + of.name() + ",text)") == null) {
      throw PgException.notSupported("a row where any type is taken")
          .withPosition(Positions.start(node) + 1);
    }
    return casts.apply(
        new CastCall(node.getParserPosition(), node, null, false, ExpressionType.of(PgTypes.TEXT)));
  }

  /** The first with the blanks of its char(n), the others as they are. */
  static List<SqlNode> padded(List<SqlNode> nodes) {
    List<SqlNode> result = new ArrayList<>(nodes);
    result.set(0, padded(nodes.get(0)));
    return result;
  }

  private static SqlNode padded(SqlNode node) {
    ExpressionType type = Typed.of(node);
    if (type == null || !type.type().equals(PgTypes.BPCHAR) || type.typmod() < 0) {
      return node;
    }
    String length = Integer.toString(Typmods.characterLength(type.typmod()));
    return new TemplateCall(
        node.getParserPosition(),
        PADDED,
        List.of(node, PgLiteral.number(node.getParserPosition(), length)),
        ExpressionType.of(PgTypes.TEXT));
  }
}
