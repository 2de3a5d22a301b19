package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDependency;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.reference.ForeignKeyGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What depends on objects that are to be dropped: refused with 2BP01, or dropped as well by
 * CASCADE.
 *
 * <p>Source: {@code src/backend/catalog/dependency.c} (reportDependentObjects).
 */
final class Dependents {
  /**
   * Something that depends.
   *
   * @param name its kind and name in messages
   * @param on the kind and name of what it depends on
   * @param drop what drops it
   */
  private record Dependent(String name, String on, List<String> drop) {}

  private final DefinitionContext context;
  private final Set<List<String>> dropped = new HashSet<>();
  private final Map<String, Dependent> found = new LinkedHashMap<>();

  Dependents(DefinitionContext context) {
    this.context = context;
  }

  /** Tells that this relation is dropped too, so that nothing need be said about it. */
  void without(Relation relation) {
    dropped.add(List.of(relation.schema(), relation.name()));
  }

  /** What depends on a table, a view or a materialized view. */
  void of(Relation relation) {
    dropped.add(List.of(relation.schema(), relation.name()));
    String on = described(relation);
    for (ForeignKey key :
        ForeignKeyGraph.of(context.catalog()).referencing(relation.schema(), relation.name())) {
      foreignKey(key, on);
    }
    for (ViewDependency dependency : context.catalog().viewDependencies()) {
      if (dependency.readsFrom(relation)) {
        view(dependency, on);
      }
    }
  }

  /** What depends on a column. */
  void ofColumn(Relation relation, String column) {
    String on = "column " + column + " of " + described(relation);
    for (ForeignKey key :
        ForeignKeyGraph.of(context.catalog()).referencing(relation.schema(), relation.name())) {
      boolean own = key.isSelfReferring() && key.columns().contains(column);
      if (key.referencedColumns().contains(column) && !own) {
        foreignKey(key, on);
      }
    }
    for (ViewDependency dependency : context.catalog().viewDependencies()) {
      if (dependency.readsFrom(relation) && dependency.columns().contains(column)) {
        view(dependency, on);
      }
    }
  }

  /** What depends on a primary key or unique constraint. */
  void ofKey(Relation relation, StoredTable.Constraint constraint) {
    Set<String> columns = new HashSet<>(constraint.record().columns());
    for (ForeignKey key :
        ForeignKeyGraph.of(context.catalog()).referencing(relation.schema(), relation.name())) {
      if (columns.equals(new HashSet<>(key.referencedColumns()))) {
        foreignKey(key, "index " + constraint.record().name());
      }
    }
  }

  private void foreignKey(ForeignKey key, String on) {
    if (dropped.contains(List.of(key.schema(), key.table()))) {
      return;
    }
    String name = "constraint " + key.name() + " on table " + visible(key.schema(), key.table());
    found.putIfAbsent(name, new Dependent(name, on, context.records().foreignKeyDropped(key)));
  }

  private void view(ViewDependency dependency, String on) {
    Relation view = context.catalog().relation(dependency.schema(), dependency.view());
    List<String> identity = List.of(dependency.schema(), dependency.view());
    if (view == null || view.kind() == Relation.Kind.PARTITION || dropped.contains(identity)) {
      return;
    }
    String name = described(view);
    if (found.containsKey(name)) {
      return;
    }
    List<String> drop = new ArrayList<>();
    drop.add("DROP " + RelationKinds.engineWord(view) + " " + EngineSql.name(view.engineName()));
    drop.addAll(context.records().relationDropped(view.schema(), view.name()));
    found.put(name, new Dependent(name, on, drop));
    of(view);
  }

  /** Adds something else that depends. */
  void add(String name, String on, List<String> drop) {
    found.putIfAbsent(name, new Dependent(name, on, drop));
  }

  /** Whether nothing depends. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Drops what depends, before what it depends on is dropped.
   *
   * @param object kind and name of what is dropped
   * @throws io.duckgres.pgtype.PgException 2BP01 without CASCADE
   */
  void drop(String object, boolean cascade, Steps steps) {
    List<Dependent> all = List.copyOf(found.values());
    if (all.isEmpty()) {
      return;
    }
    if (!cascade) {
      String detail =
          String.join("\n", all.stream().map(d -> d.name() + " depends on " + d.on()).toList());
      throw Errors.of(
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              object.contains(", ")
                  ? "cannot drop desired object(s) because other objects depend on them"
                  : "cannot drop " + object + " because other objects depend on it")
          .withDetail(detail)
          .withHint("Use DROP ... CASCADE to drop the dependent objects too.");
    }
    List<String> names = all.stream().map(d -> "drop cascades to " + d.name()).toList();
    steps.notice(
        names.size() == 1
            ? PgNotice.notice(SqlState.SUCCESSFUL_COMPLETION, names.get(0))
            : new PgNotice(
                "NOTICE",
                SqlState.SUCCESSFUL_COMPLETION,
                "drop cascades to " + names.size() + " other objects",
                String.join("\n", names)));
    for (int i = all.size() - 1; i >= 0; i--) {
      steps.addAll(all.get(i).drop());
    }
  }

  /** A relation's kind and name in messages. */
  String described(Relation relation) {
    return RelationKinds.of(relation).word() + " " + visible(relation.schema(), relation.name());
  }

  /** A name, with its schema where the search path does not find it. */
  String visible(String schema, String name) {
    boolean found =
        schema.equals(ObjectLookup.TEMPORARY) || context.session().searchPath().contains(schema);
    return found ? name : schema + "." + name;
  }
}
