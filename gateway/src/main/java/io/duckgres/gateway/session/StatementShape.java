package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.FieldDescription;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.ResultColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * What Describe tells of a statement.
 *
 * @param parameterTypes none null
 * @param columns their types are not null; null when the statement returns no rows
 */
record StatementShape(List<PgType> parameterTypes, List<ResultColumn> columns) {

  boolean returnsRows() {
    return columns != null;
  }

  int columnCount() {
    return columns == null ? 0 : columns.size();
  }

  /**
   * The columns as RowDescription tells them.
   *
   * @param formats one code for each column
   */
  List<FieldDescription> fields(List<Short> formats) {
    List<FieldDescription> fields = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      ResultColumn column = columns.get(i);
      fields.add(
          new FieldDescription(
              column.name(),
              column.tableOid(),
              (short) column.attributeNumber(),
              column.type().oid(),
              (short) column.type().length(),
              column.typmod(),
              formats.get(i)));
    }
    return fields;
  }

  /** Whether RowDescription would say the same. */
  boolean hasSameColumns(StatementShape other) {
    if (columns == null || other.columns == null) {
      return columns == other.columns;
    }
    if (columns.size() != other.columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      ResultColumn mine = columns.get(i);
      ResultColumn others = other.columns.get(i);
      if (!mine.name().equals(others.name())
          || !mine.type().equals(others.type())
          || mine.typmod() != others.typmod()) {
        return false;
      }
    }
    return true;
  }
}
