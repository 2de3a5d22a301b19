package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** VALUES: each column has the common type of its rows. */
final class ValuesAnalyzer {
  private final Analysis analysis;

  ValuesAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  AnalyzedQuery analyze(ValuesCore values, Scope scope, boolean resolveUnknowns) {
    List<List<SqlNode>> columns = new ArrayList<>();
    for (SqlNode row : values.rows()) {
      List<SqlNode> fields = ((RowCall) row).fields();
      if (!columns.isEmpty() && fields.size() != columns.size()) {
        throw Analysis.error(
            SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length", first(fields, row));
      }
      for (int i = 0; i < fields.size(); i++) {
        if (columns.size() <= i) {
          columns.add(new ArrayList<>());
        }
        SqlNode field = analysis.expressions.analyze(fields.get(i), Place.of(scope, Clause.VALUES));
        columns.get(i).add(field);
      }
    }
    List<OutputColumn> output = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<SqlNode> typed = typed(columns.get(i), resolveUnknowns);
      columns.set(i, typed);
      ExpressionType type = Typed.of(typed.get(0));
      if (type != null) {
        type = Conversion.commonType(typed, type.type());
      }
      String name = "column" + (i + 1);
      output.add(new OutputColumn(name, name, type, 0, 0));
    }
    return new AnalyzedQuery(query(values, columns), output);
  }

  private static SqlNode first(List<SqlNode> fields, SqlNode row) {
    return fields.isEmpty() ? row : fields.get(0);
  }

  private List<SqlNode> typed(List<SqlNode> column, boolean resolveUnknowns) {
    if (!resolveUnknowns && column.stream().allMatch(ValuesAnalyzer::isUnknown)) {
      return column;
    }
    PgType common = analysis.conversion.commonType(column, "VALUES");
    return common == null ? column : analysis.conversion.toType(column, common, "VALUES");
  }

  private static boolean isUnknown(SqlNode node) {
    return io.duckgres.pgtype.PgTypes.UNKNOWN.equals(Typed.typeOf(node));
  }

  private static QueryNode query(ValuesCore values, List<List<SqlNode>> columns) {
    List<SqlNode> rows = new ArrayList<>();
    for (int i = 0; i < values.rows().size(); i++) {
      List<SqlNode> fields = new ArrayList<>();
      for (List<SqlNode> column : columns) {
        fields.add(column.get(i));
      }
      rows.add(new RowCall(values.rows().get(i).getParserPosition(), fields));
    }
    return SetOperationAnalyzer.asQuery(new ValuesCore(values.getParserPosition(), rows));
  }
}
