package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.ColumnReader;
import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.engine.EngineColumn;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.plan.ValueCheck;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table that rows go to: its columns on their way, and the statement that takes them in. */
final class CopyTarget {
  private static final String VALUE = "v";
  private static final String IS_DEFAULT = "d";

  private final StatementPlan.CopyFrom plan;
  final List<Attribute> columns;
  final Carrier[] carriers;
  final ColumnReader[] readers;
  private final List<EngineColumn> engineColumns = new ArrayList<>();

  /** For each column the vector that says whether its default is wanted; -1 for none. */
  final int[] defaults;

  CopyTarget(StatementPlan.CopyFrom plan, FormatSettings settings, CatalogSnapshot catalog) {
    this.plan = plan;
    columns = plan.columns();
    int count = columns.size();
    carriers = new Carrier[count];
    readers = new ColumnReader[count];
    defaults = new int[count];
    for (int i = 0; i < count; i++) {
      Attribute column = columns.get(i);
      PgType type = column.type();
      carriers[i] = Carrier.of(column, base(type, catalog));
      readers[i] =
          ColumnReader.of(type == null ? PgTypes.TEXT : type, column.typmod(), settings, catalog);
      engineColumns.add(new EngineColumn(VALUE + i, carriers[i].engineType()));
    }
    for (int i = 0; i < count; i++) {
      boolean may = plan.options().defaultText() != null && hasDefault(columns.get(i));
      defaults[i] = may ? engineColumns.size() : -1;
      if (may) {
        engineColumns.add(new EngineColumn(IS_DEFAULT + i, "BOOLEAN"));
      }
    }
    if (engineColumns.isEmpty()) {
      // Rows without a value of ours still count.
      engineColumns.add(new EngineColumn(VALUE, "BOOLEAN"));
    }
  }

  private static PgType base(PgType type, CatalogSnapshot catalog) {
    PgType base = type;
    while (base != null && base.kind() == TypeKind.DOMAIN) {
      PgType next = PgTypes.byOid(base.baseOid());
      base = next == null ? catalog.typeByOid(base.baseOid()) : next;
    }
    return base;
  }

  static boolean hasDefault(Attribute column) {
    return column.defaultExpression() != null;
  }

  List<EngineColumn> engineColumns() {
    return engineColumns;
  }

  /**
   * The INSERT.
   *
   * @param source the item of its FROM clause
   */
  String sql(String source) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(Identifiers.quote(columns.get(i).name()));
      values.add(checked(columns.get(i), value(i)));
    }
    // A condition sees the whole row; a domain may refuse its default, but not what is missing.
    for (Attribute column : plan.relation().attributes()) {
      boolean refuses = hasDefault(column) && plan.checks().containsKey(column.name());
      boolean wanted = plan.where() != null || refuses;
      if (wanted && !columns.contains(column) && !column.generated()) {
        names.add(Identifiers.quote(column.name()));
        values.add(
            hasDefault(column) ? checked(column, column.defaultExpression()) : nullOf(column));
      }
    }
    String table =
        plan.relation().engineName().stream()
            .map(Identifiers::quote)
            .collect(Collectors.joining("."));
    if (plan.where() == null) {
      return "INSERT INTO "
          + table
          + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")")
          + " SELECT "
          + String.join(", ", values)
          + " FROM "
          + source;
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      items.add(values.get(i) + " AS " + names.get(i));
    }
    String list = String.join(", ", names);
    return "INSERT INTO "
        + table
        + " ("
        + list
        + ") SELECT "
        + list
        + " FROM (SELECT "
        + String.join(", ", items)
        + " FROM "
        + source
        + ") AS "
        + Identifiers.quote(plan.relation().name())
        + " WHERE "
        + plan.where();
  }

  private String checked(Attribute column, String value) {
    ValueCheck check = plan.checks().get(column.name());
    // The check compares values of the column's type, and not of what carries them.
    return check == null ? value : check.of("CAST(" + value + " AS " + column.engineType() + ")");
  }

  private static String nullOf(Attribute column) {
    return "CAST(NULL AS " + column.engineType() + ")";
  }

  private String value(int i) {
    String value = carriers[i].sql(VALUE + i);
    if (plan.where() != null && carriers[i].kind() != Carrier.Kind.LITERAL) {
      value = "CAST(" + value + " AS " + columns.get(i).engineType() + ")";
    }
    return defaults[i] < 0
        ? value
        : "CASE WHEN "
            + IS_DEFAULT
            + i
            + " THEN "
            + columns.get(i).defaultExpression()
            + " ELSE "
            + value
            + " END";
  }
}
