package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Partition;
import io.duckgres.transpiler.catalog.PartitionedTable;
import io.duckgres.transpiler.catalog.Partitions;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.List;

/** COPY to a partitioned table or a partition: each row has to find its place. */
record PartitionCopy(DefinitionContext context, Relation relation) {
  boolean applies() {
    return relation.kind() == Relation.Kind.PARTITION || partitioned() != null;
  }

  private PartitionedTable partitioned() {
    return context.catalog().partitions().table(relation.schema(), relation.name());
  }

  private Partition partition() {
    return context.catalog().partitions().partition(relation.schema(), relation.name());
  }

  /** The table that the rows go to. */
  Relation table() {
    return relation.kind() == Relation.Kind.PARTITION
        ? context.catalog().relation(partition().parentSchema(), partition().parent())
        : relation;
  }

  /**
   * A condition that fails for a row without a place.
   *
   * @param where the statement's own in the engine's SQL, or null
   */
  String where(String where, List<Attribute> columns) {
    Partitions all = context.catalog().partitions();
    Partition partition = partition();
    Relation table = table();
    PartitionedTable key = all.table(table.schema(), table.name());
    boolean complete =
        key.columns().stream()
            .allMatch(
                name ->
                    !name.isEmpty()
                        && columns.stream().anyMatch(column -> column.name().equals(name)));
    if (!complete && columns.size() < table.attributes().size()) {
      throw PgException.notSupported("COPY that leaves out columns of a partition key");
    }
    String condition =
        context
            .analysis()
            .expression(
                RoutineText.expression(
                    partition == null ? all.accepted(key) : all.condition(partition)),
                ExpressionPlace.COPY_WHERE,
                table,
                ExpressionType.of(PgTypes.BOOL))
            .sql();
    String error =
        partition == null
            ? "[23514] no partition of relation \"" + relation.name() + "\" found for row"
            : "[23514] new row for relation \""
                + relation.name()
                + "\" violates partition constraint";
    return "CASE "
        + (where == null ? "" : "WHEN NOT coalesce((" + where + "), false) THEN false ")
        + "WHEN "
        + condition
        + " THEN true ELSE CAST(error("
        + EngineSql.literal(error)
        + ") AS BOOLEAN) END";
  }
}
