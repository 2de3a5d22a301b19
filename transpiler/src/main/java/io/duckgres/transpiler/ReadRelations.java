package io.duckgres.transpiler;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.ddl.EngineQuery;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Finds the users' relations and columns that an analysed query reads. */
final class ReadRelations {
  private final CatalogSnapshot catalog;
  private final Map<Integer, Relation> byOid = new HashMap<>();
  private final Map<Relation, Set<String>> read = new LinkedHashMap<>();

  private ReadRelations(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  static List<EngineQuery.Read> of(SqlNode query, CatalogSnapshot catalog) {
    ReadRelations search = new ReadRelations(catalog);
    search.tables(query);
    search.columns(query);
    List<EngineQuery.Read> reads = new ArrayList<>();
    search.read.forEach(
        (relation, columns) -> reads.add(new EngineQuery.Read(relation, List.copyOf(columns))));
    return reads;
  }

  private void tables(SqlNode node) {
    if (node instanceof TableItem table && table.name().size() == 3) {
      String engineSchema = table.name().get(1);
      Relation relation =
          catalog.relation(
              engineSchema.equals("main") ? "public" : engineSchema, table.name().get(2));
      if (relation != null && relation.engineName().equals(table.name())) {
        byOid.put(relation.oid(), relation);
        read.computeIfAbsent(relation, any -> new LinkedHashSet<>());
      }
    }
    operands(node).forEach(this::tables);
  }

  private void columns(SqlNode node) {
    if (node instanceof ColumnRef column) {
      column.rowFields().forEach(field -> columns(field.value()));
      Relation relation = byOid.get(column.tableOid());
      if (relation != null) {
        relation.attributes().stream()
            .filter(attribute -> attribute.number() == column.attributeNumber())
            .forEach(attribute -> read.get(relation).add(attribute.name()));
      }
    }
    operands(node).forEach(this::columns);
  }

  private static List<SqlNode> operands(SqlNode node) {
    return node instanceof SqlCall call
        ? call.getOperandList().stream().filter(Objects::nonNull).toList()
        : List.of();
  }
}
