package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A sequence in FROM: one row that tells where it is. The engine's sequences are no relations, so
 * that the row is made of what its catalog tells.
 */
final class SequenceRow {
  private static final String WHERE =
      " FROM duckdb_sequences() WHERE database_name = {0} AND schema_name = {1} AND"
          + " sequence_name = {2})";

  private static final List<Template> COLUMNS =
      List.of(
          Template.parse("(SELECT coalesce(last_value, start_value)" + WHERE),
          Template.parse("(SELECT CAST(0 AS BIGINT)" + WHERE),
          Template.parse("(SELECT last_value IS NOT NULL" + WHERE));

  private SequenceRow() {}

  static SqlNode item(Relation sequence, String engineAlias, SqlNode at) {
    List<SqlNode> name = new ArrayList<>();
    for (String part : sequence.engineName()) {
      name.add(new PgLiteral(SqlParserPos.ZERO, part, ExpressionType.of(PgTypes.TEXT)));
    }
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      Attribute attribute = sequence.attributes().get(i);
      SqlNode value =
          new TemplateCall(
              SqlParserPos.ZERO, COLUMNS.get(i), name, ExpressionType.of(attribute.type()));
      items.add(new SelectItem(SqlParserPos.ZERO, value, attribute.name()));
    }
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            List.of(),
            null,
            false,
            List.of(),
            null,
            List.of());
    return new QueryItem(
        at.getParserPosition(),
        false,
        SetOperationAnalyzer.asQuery(core),
        new Alias(engineAlias, List.of()));
  }
}
