package io.duckgres.transpiler;

import io.duckgres.transpiler.analyze.Stage;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The engine's statements that check a stage's rows and make its changes. */
final class ChangeSql {
  private ChangeSql() {}

  /** A query that raises what is wrong with the rows; null where nothing can be. */
  static String check(Stage.Changes stage) {
    return switch (stage.check()) {
      case NONE -> null;
      case MERGE_ONCE ->
          "SELECT error('[21000] MERGE command cannot affect row a second time')"
              + from(stage)
              + " WHERE "
              + Stage.ROW
              + " IS NOT NULL AND "
              + Stage.ACTION
              + " IS NOT NULL GROUP BY "
              + Stage.ROW
              + " HAVING count(*) > 1";
      case CONFLICT_ONCE ->
          "SELECT error('[21000] ON CONFLICT DO UPDATE command cannot affect row a second time')"
              + from(stage)
              + " AS later WHERE "
              + Stage.DUPLICATE
              + " > 1 AND ("
              + Stage.ROW
              + " IS NULL OR EXISTS (SELECT 1"
              + from(stage)
              + " AS earlier WHERE earlier."
              + Stage.ROW
              + " = later."
              + Stage.ROW
              + " AND earlier."
              + Stage.DUPLICATE
              + " < later."
              + Stage.DUPLICATE
              + " AND earlier."
              + Stage.ACTION
              + " = 'UPDATE'))";
    };
  }

  /** The number of rows that something happens to. */
  static String count(Stage.Changes stage) {
    return "SELECT count(" + Stage.ACTION + ")" + from(stage);
  }

  /** Makes the changes of one kind. */
  static String change(Stage.Changes stage, Action action) {
    String target =
        stage.target().engineName().stream()
            .map(Identifiers::quote)
            .collect(Collectors.joining("."));
    String those = Stage.ACTION + " = '" + action + "'";
    return switch (action) {
      case DELETE ->
          "DELETE FROM "
              + target
              + " WHERE rowid IN (SELECT "
              + Stage.ROW
              + from(stage)
              + " WHERE "
              + those
              + ")";
      case UPDATE ->
          "UPDATE "
              + target
              + " AS duckgres_target SET "
              + assignments(stage.updated())
              + from(stage)
              + " AS duckgres_changed WHERE duckgres_target.rowid = duckgres_changed."
              + Stage.ROW
              + " AND "
              + those;
      default -> {
        String columns = list(stage.inserted());
        yield "INSERT INTO "
            + target
            + " ("
            + columns
            + ") SELECT "
            + columns
            + from(stage)
            + " WHERE "
            + those;
      }
    };
  }

  private static String from(Stage.Changes stage) {
    return " FROM " + stage.table();
  }

  private static String list(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
  }

  private static String assignments(List<String> names) {
    List<String> assignments = new ArrayList<>();
    for (String name : names) {
      String quoted = Identifiers.quote(name);
      assignments.add(quoted + " = duckgres_changed." + quoted);
    }
    return String.join(", ", assignments);
  }
}
