package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CurrentOfCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * WHERE CURRENT OF: the row whose identifier the session has read with the cursor's row.
 *
 * <p>Source: {@code src/backend/executor/execCurrent.c}.
 */
final class CurrentOf {
  private final Analysis analysis;

  CurrentOf(Analysis analysis) {
    this.analysis = analysis;
  }

  SqlNode analyze(CurrentOfCall call, Place place) {
    ScopeItem target = place.scope().items().get(0);
    int oid =
        target.columns().isEmpty()
            ? 0
            : ((ColumnRef) target.columns().get(0).expression()).tableOid();
    Relation relation = analysis.catalog.relationByOid(oid);
    if (relation == null) {
      throw Analysis.at(PgException.notSupported("WHERE CURRENT OF over this table"), call);
    }
    ExpressionType type = ExpressionType.of(PgTypes.INT8);
    String argument = call.cursor() + "\0" + oid + "\0" + relation.name();
    ParameterRef row =
        new ParameterRef(
            call.getParserPosition(),
            new PlanParameter.Session(PlanParameter.SessionValue.CURSOR_ROW, argument),
            type);
    return new TemplateCall(
        call.getParserPosition(),
        Template.parse("{0} = {1}"),
        List.of(StagedRows.rowIdentifier(target.engineAlias(), relation), row),
        ExpressionType.of(PgTypes.BOOL));
  }
}
