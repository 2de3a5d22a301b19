package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the new name of an enum's label in defaults, checks and indexes, which for PostgreSQL
 * refer to the label and not to its name.
 */
final class RenamedLabel {
  private final Pattern engine;
  private final Pattern shown;
  private final String label;

  RenamedLabel(PgType type, String from, String to) {
    String literal = Pattern.quote(EngineSql.literal(from));
    String name = "(?:[^ ()]*\\.)?\"?" + Pattern.quote(type.name()) + "\"?";
    this.engine = Pattern.compile("(CAST\\()" + literal + "( AS " + name + "\\))");
    this.shown = Pattern.compile("()" + literal + "(::" + name + "(?!\\w))");
    this.label = Matcher.quoteReplacement(EngineSql.literal(to));
  }

  /** A column with its default. */
  Attribute in(Attribute column) {
    return column.defaultExpression() == null
        ? column
        : column.withDefault(engine(column.defaultExpression()));
  }

  /** What belongs to a table. */
  StoredTable in(StoredTable stored) {
    return new StoredTable(
        stored.constraints().stream().map(this::in).toList(),
        stored.indexes().stream().map(this::in).toList(),
        stored.comment(),
        stored.columnComments(),
        stored.referencing());
  }

  private StoredTable.Constraint in(StoredTable.Constraint constraint) {
    ConstraintRecord record = constraint.record();
    return new StoredTable.Constraint(
        new ConstraintRecord(
            record.kind(),
            record.columns(),
            record.position(),
            record.name(),
            replaced(shown, record.expression())),
        engine(constraint.expression()),
        constraint.referencedTable(),
        constraint.referencedColumns());
  }

  private StoredTable.Index in(StoredTable.Index index) {
    List<String> keys = index.keys().stream().map(this::engine).toList();
    return new StoredTable.Index(
        index.name(),
        index.engineName(),
        index.unique(),
        keys,
        index.comment(),
        index.record() == null ? null : in(index.record()));
  }

  private IndexRecord in(IndexRecord record) {
    List<IndexRecord.Key> keys = new ArrayList<>();
    for (IndexRecord.Key key : record.keys()) {
      keys.add(
          new IndexRecord.Key(
              key.column(),
              replaced(shown, key.expression()),
              key.type(),
              key.operatorClass(),
              key.options()));
    }
    return new IndexRecord(
        record.table(),
        record.method(),
        record.unique(),
        keys,
        record.included(),
        replaced(shown, record.predicate()),
        record.nullsNotDistinct(),
        record.constraint());
  }

  private String engine(String sql) {
    return replaced(engine, sql);
  }

  private String replaced(Pattern pattern, String text) {
    return text == null ? null : pattern.matcher(text).replaceAll("$1" + label + "$2");
  }
}
