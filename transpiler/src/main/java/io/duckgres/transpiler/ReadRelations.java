package io.duckgres.transpiler;

import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.ddl.EngineQuery;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Finds the users' relations and columns that an analysed query reads. */
final class ReadRelations {
  private final Map<List<String>, Relation> byEngineName = new LinkedHashMap<>();
  private final Map<Integer, Relation> byOid = new LinkedHashMap<>();
  private final Map<Relation, Set<String>> read = new LinkedHashMap<>();

  private ReadRelations(CatalogSnapshot catalog) {
    for (Relation relation : catalog.relations()) {
      byEngineName.put(relation.engineName(), relation);
      byOid.put(relation.oid(), relation);
    }
  }

  static List<EngineQuery.Read> of(SqlNode query, CatalogSnapshot catalog) {
    ReadRelations search = new ReadRelations(catalog);
    search.visit(query);
    List<EngineQuery.Read> reads = new ArrayList<>();
    search.read.forEach(
        (relation, columns) -> reads.add(new EngineQuery.Read(relation, List.copyOf(columns))));
    return reads;
  }

  private void visit(SqlNode node) {
    if (node instanceof TableItem table) {
      Relation relation = byEngineName.get(table.name());
      if (relation != null) {
        read.computeIfAbsent(relation, any -> new LinkedHashSet<>());
      }
    }
    if (node instanceof ColumnRef column) {
      column(column);
    }
    if (node instanceof SqlCall call) {
      for (SqlNode operand : call.getOperandList()) {
        if (operand != null) {
          visit(operand);
        }
      }
    }
  }

  private void column(ColumnRef column) {
    column.rowFields().forEach(field -> visit(field.value()));
    Relation relation = byOid.get(column.tableOid());
    if (relation != null && column.tableOid() != 0) {
      relation.attributes().stream()
          .filter(attribute -> attribute.number() == column.attributeNumber())
          .forEach(
              attribute ->
                  read.computeIfAbsent(relation, any -> new LinkedHashSet<>())
                      .add(attribute.name()));
    }
  }
}
