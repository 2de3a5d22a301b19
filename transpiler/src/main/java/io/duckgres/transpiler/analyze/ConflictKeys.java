package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * By what rows of a table and proposed rows conflict in one unique index.
 *
 * @param keys the index' keys
 * @param condition which rows are in the index; null for all
 */
record ConflictKeys(List<Pair> keys, Pair condition) {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);
  private static final ExpressionType INT8 = ExpressionType.of(PgTypes.INT8);

  /** The same expression over the table's row and over the proposed one. */
  record Pair(SqlNode stored, SqlNode proposed) {}

  /** Whether a row of the table and a proposed one conflict in any of the indexes. */
  static SqlNode matches(List<ConflictKeys> indexes) {
    SqlNode any = null;
    for (ConflictKeys index : indexes) {
      SqlNode all = index.matches();
      any = any == null ? all : call("({0} OR {1})", BOOL, any, all);
    }
    return any == null ? StagedRows.sql("false", BOOL) : any;
  }

  private SqlNode matches() {
    SqlNode all = null;
    for (Pair pair : keys) {
      SqlNode equal = call("({0} = {1})", BOOL, pair.stored(), pair.proposed());
      all = all == null ? equal : call("({0} AND {1})", BOOL, all, equal);
    }
    return condition == null
        ? all
        : call("({0} AND {1} AND {2})", BOOL, all, condition.stored(), condition.proposed());
  }

  /**
   * The place of a proposed row among those with the same key; rows with a NULL have none.
   *
   * @param order the column of the proposed rows that numbers them, and what they are called
   */
  static SqlNode duplicate(List<ConflictKeys> indexes, String proposed, String order) {
    List<SqlNode> places = indexes.stream().map(i -> i.duplicate(proposed + "." + order)).toList();
    return places.isEmpty()
        ? StagedRows.sql("1", INT8)
        : call("greatest({*})", INT8, places.toArray(SqlNode[]::new));
  }

  private SqlNode duplicate(String order) {
    List<SqlNode> values = new ArrayList<>();
    keys.forEach(pair -> values.add(pair.proposed()));
    if (condition != null) {
      // Rows outside of a partial index are no duplicates: what is false counts as NULL.
      values.add(call("nullif({0}, false)", BOOL, condition.proposed()));
    }
    SqlNode[] proposed = values.toArray(SqlNode[]::new);
    StringBuilder isNull = new StringBuilder();
    StringBuilder partition = new StringBuilder();
    for (int i = 0; i < proposed.length; i++) {
      isNull.append(i == 0 ? "" : " OR ").append('{').append(i).append("} IS NULL");
      partition.append(i == 0 ? "" : ", ").append('{').append(i).append('}');
    }
    return call(
        "CASE WHEN "
            + isNull
            + " THEN 1 ELSE row_number() OVER (PARTITION BY "
            + partition
            + " ORDER BY "
            + order
            + ") END",
        INT8,
        proposed);
  }

  private static SqlNode call(String template, ExpressionType type, SqlNode... arguments) {
    return new TemplateCall(SqlParserPos.ZERO, Template.parse(template), List.of(arguments), type);
  }
}
