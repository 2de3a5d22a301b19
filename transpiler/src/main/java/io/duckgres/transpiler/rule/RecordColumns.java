package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnDefinition;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * The columns of json_to_record and its kin: a member of each object, cast to the column's type.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (populate_record_worker).
 */
final class RecordColumns {
  private static final Set<String> NAMES =
      Set.of(
          "json_to_record",
          "jsonb_to_record",
          "json_to_recordset",
          "jsonb_to_recordset",
          "json_populate_record",
          "jsonb_populate_record",
          "json_populate_recordset",
          "jsonb_populate_recordset");
  private static final Template OF_SET =
      Template.parse(
          "pg_json_member(unnest(from_json(pg_json_elements({0}, {3}), '[\"VARCHAR\"]')),"
              + " {1}, {2}, {3})");
  private static final Template OF_ONE = Template.parse("pg_json_member({0}, {1}, {2}, {3})");

  private RecordColumns() {}

  static boolean applies(PgProc proc) {
    return NAMES.contains(proc.name());
  }

  static List<SqlNode> of(FunctionCall call, List<ColumnDefinition> definitions) {
    String name = call.proc().name();
    boolean populate = name.contains("populate");
    SqlNode base = call.arguments().get(0);
    if (definitions.isEmpty() || (populate && !isNull(base))) {
      throw PgException.notSupported(name + " with a base record that is not NULL")
          .withPosition(Positions.start(call) + 1);
    }
    SqlNode json = call.arguments().get(populate ? 1 : 0);
    List<SqlNode> items = new ArrayList<>();
    for (ColumnDefinition definition : definitions) {
      items.add(
          new SelectItem(call.getParserPosition(), column(call, json, name, definition), null));
    }
    return items;
  }

  private static boolean isNull(SqlNode base) {
    SqlNode value = base;
    while (value instanceof CastCall cast) {
      value = cast.operand();
    }
    return value instanceof PgLiteral literal && literal.text() == null;
  }

  private static SqlNode column(
      FunctionCall call, SqlNode json, String name, ColumnDefinition definition) {
    ExpressionType type = definition.resolved();
    PgType pgType = type.type();
    if (pgType.kind() == TypeKind.COMPOSITE) {
      throw PgException.notSupported(name + " with a column of a composite type")
          .withPosition(Positions.start(call) + 1);
    }
    boolean isJson = pgType.equals(PgTypes.JSON) || pgType.equals(PgTypes.JSONB);
    String form = isJson ? "json" : pgType.isArray() ? "array" : "text";
    SqlNode member =
        new TemplateCall(
            call.getParserPosition(),
            name.endsWith("set") ? OF_SET : OF_ONE,
            List.of(
                json,
                JsonValues.string(definition.name()),
                JsonValues.string(form),
                JsonValues.string(name)),
            isJson ? ExpressionType.of(PgTypes.JSON) : ExpressionType.of(PgTypes.TEXT));
    return pgType.equals(PgTypes.TEXT) || pgType.equals(PgTypes.JSON)
        ? member
        : new CastCall(call.getParserPosition(), member, null, true, type);
  }
}
