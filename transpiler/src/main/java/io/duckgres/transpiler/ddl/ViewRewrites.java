package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ChangedCatalog;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Views whose queries have to be written anew, since what they read is called otherwise now: to
 * PostgreSQL a view's query is about objects, to the engine it is text.
 */
final class ViewRewrites {
  private final DefinitionContext context;

  ViewRewrites(DefinitionContext context) {
    this.context = context;
  }

  /**
   * A relation gets another name, or its columns do. The steps come after those that rename it.
   *
   * @throws PgException 0A000 when nothing is kept of a view by which it could be written anew
   */
  void renamed(Relation before, Relation after, Steps steps) {
    ChangedCatalog catalog = new ChangedCatalog(context.catalog(), before, after, Map.of());
    boolean columns = before.name().equals(after.name());
    for (Relation view : readers(before)) {
      if (columns && view.kind() == Relation.Kind.PARTITION) {
        // Its columns follow.
        continue;
      }
      ViewDefinition definition = definition(view);
      String text =
          context
              .analysis()
              .renamedView(definition.query(), names(view), definition.searchPath(), before, after);
      if (text == null) {
        throw PgException.notSupported("renaming what the view " + view.name() + " reads");
      }
      rewrite(view, names(view), definition, text, catalog, steps);
    }
  }

  /** A view's own columns get other names. */
  void columnsRenamed(Relation view, Relation after, Steps steps) {
    ViewDefinition definition = definition(view);
    String text =
        context
            .analysis()
            .renamedView(definition.query(), names(after), definition.searchPath(), view, view);
    if (text == null) {
      throw PgException.notSupported("renaming a column of this view");
    }
    rewrite(view, names(after), definition, text, context.catalog(), steps);
    renamed(view, after, steps);
  }

  /** A function that a view calls gets another body. */
  void replaced(Relation view, Routine before, Routine after, Steps steps) {
    ViewDefinition definition = definition(view);
    ChangedCatalog catalog =
        new ChangedCatalog(context.catalog(), null, null, Map.of(before, after));
    rewrite(view, names(view), definition, definition.text(), catalog, steps);
  }

  /** A view gets another query of the same columns. */
  void rewritten(Relation view, String text, CatalogSnapshot catalog, Steps steps) {
    rewrite(view, names(view), definition(view), text, catalog, steps);
  }

  /** A view gets the columns that its table is about to have. */
  void recreated(Relation view, Relation before, Relation after, String text, Steps steps) {
    ChangedCatalog catalog = new ChangedCatalog(context.catalog(), before, after, Map.of());
    rewrite(view, names(after), definition(view), text, catalog, steps);
    steps.addAll(
        context.records().columnsCopied(after.schema(), after.name(), view.schema(), view.name()));
  }

  private Set<Relation> readers(Relation relation) {
    Set<Relation> readers = new LinkedHashSet<>();
    for (ViewDependency dependency : context.catalog().viewDependencies()) {
      Relation view =
          dependency.readsFrom(relation)
              ? context.catalog().relation(dependency.schema(), dependency.view())
              : null;
      if (view != null && !view.equals(relation)) {
        readers.add(view);
      }
    }
    return readers;
  }

  private ViewDefinition definition(Relation view) {
    ViewDefinition definition = context.catalog().viewDefinition(view);
    if (definition == null) {
      throw PgException.notSupported("renaming what the view " + view.name() + " reads");
    }
    return definition;
  }

  private static List<String> names(Relation view) {
    return view.attributes().stream().map(Attribute::name).toList();
  }

  private void rewrite(
      Relation view,
      List<String> names,
      ViewDefinition definition,
      String text,
      CatalogSnapshot catalog,
      Steps steps) {
    ViewDefinition rewritten =
        new ViewDefinition(
            text, definition.searchPath(), definition.checkOption(), definition.updatable());
    String query =
        context.analysis().engineQuery(rewritten.query(), definition.searchPath(), catalog);
    List<String> statements = new ArrayList<>();
    if (view.kind() == Relation.Kind.MATERIALIZED_VIEW) {
      MaterializedView materialized = context.catalog().materializedView(view);
      statements.addAll(
          context
              .records()
              .materialized(
                  view.schema(),
                  view.name(),
                  new MaterializedView(text, query, materialized.populated())));
    } else {
      statements.add(
          "CREATE OR REPLACE VIEW "
              + EngineSql.name(view.engineName())
              + " "
              + EngineSql.nameList(names)
              + " AS "
              + query);
      statements.addAll(context.records().viewRewritten(view.schema(), view.name(), text));
      statements.addAll(comments(context, view, names));
    }
    steps.addAll(statements);
  }

  /** A view that the engine creates anew loses its comments. */
  static List<String> comments(DefinitionContext context, Relation view, List<String> names) {
    List<String> statements = new ArrayList<>();
    String name = EngineSql.name(view.engineName());
    context
        .catalog()
        .comments(view)
        .forEach(
            (column, comment) -> {
              int place = names(view).indexOf(column);
              String object =
                  column.isEmpty() || place < 0
                      ? "VIEW " + name
                      : "COLUMN " + name + "." + EngineSql.name(names.get(place));
              statements.add("COMMENT ON " + object + " IS " + EngineSql.literal(comment));
            });
    return statements;
  }
}
