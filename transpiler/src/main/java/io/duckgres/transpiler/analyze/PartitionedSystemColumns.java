package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** System columns: of a partitioned table {@code tableoid} is that of the row's partition. */
final class PartitionedSystemColumns {
  private static final Template WHERE_PRESENT =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN CAST({1} AS BIGINT) END");

  private PartitionedSystemColumns() {}

  static List<ScopeColumn> of(Relation relation, String qualifier, Analysis analysis) {
    List<ScopeColumn> columns = SystemColumns.of(relation, qualifier);
    if (relation.kind() != Relation.Kind.TABLE
        || !TargetRelation.isPartitioned(relation, analysis)) {
      return columns;
    }
    List<ScopeColumn> replaced = new ArrayList<>();
    for (ScopeColumn column : columns) {
      replaced.add(
          column.name().equals("tableoid")
              ? new ScopeColumn(column.name(), partition(relation, qualifier, analysis))
              : column);
    }
    return replaced;
  }

  private static SqlNode partition(Relation relation, String qualifier, Analysis analysis) {
    Partitions all = analysis.catalog.partitions();
    StringBuilder text = new StringBuilder("CASE");
    for (Partition partition : all.of(relation.schema(), relation.name())) {
      Relation view = analysis.catalog.relation(partition.schema(), partition.name());
      text.append(" WHEN ").append(all.condition(partition)).append(" THEN ");
      text.append(view == null ? "0" : Integer.toUnsignedString(view.oid()));
    }
    text.append(text.length() == 4 ? " WHEN true THEN 0 END" : " END");
    Scope scope = new Scope(null);
    scope.add(TargetRelation.item(relation, relation.name(), null, qualifier));
    SqlNode oid =
        analysis.expressions.analyze(
            RoutineText.expression(text.toString()), Place.of(scope, Clause.OTHER));
    SqlNode row =
        new ColumnRef(SqlParserPos.ZERO, qualifier, "rowid", ExpressionType.of(PgTypes.INT8), 0, 0);
    return new TemplateCall(
        SqlParserPos.ZERO, WHERE_PRESENT, List.of(row, oid), ExpressionType.of(PgTypes.OID));
  }
}
