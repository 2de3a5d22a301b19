package io.duckgres.transpiler.tree;

import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/** A column reference that the analysis has resolved. */
public final class ColumnRef extends SqlIdentifier implements Typed {
  private final ExpressionType type;
  private final int tableOid;
  private final int attributeNumber;
  private final List<RowField> rowFields;
  private final boolean nullable;

  /** A field of the row that a whole-row reference stands for. */
  public record RowField(String name, SqlNode value) {}

  /**
   * @param qualifier alias of the FROM item as the engine sees it, null when the column needs none
   * @param column name of the column for the engine
   * @param type null when only the engine knows
   * @param tableOid OID of the table it comes from unchanged, otherwise 0
   * @param attributeNumber {@code attnum} there, otherwise 0
   */
  public ColumnRef(
      SqlParserPos position,
      String qualifier,
      String column,
      ExpressionType type,
      int tableOid,
      int attributeNumber) {
    this(position, qualifier, column, type, tableOid, attributeNumber, List.of(), false);
  }

  private ColumnRef(
      SqlParserPos position,
      String qualifier,
      String column,
      ExpressionType type,
      int tableOid,
      int attributeNumber,
      List<RowField> rowFields,
      boolean nullable) {
    super(qualifier == null ? List.of(column) : List.of(qualifier, column), null, position, null);
    this.type = type;
    this.tableOid = tableOid;
    this.attributeNumber = attributeNumber;
    this.rowFields = List.copyOf(rowFields);
    this.nullable = nullable;
  }

  /**
   * A reference to a FROM item's whole row.
   *
   * @param nullable whether it is NULL where all fields are, as a join may give no row
   */
  public static ColumnRef wholeRow(
      SqlParserPos position,
      String item,
      ExpressionType type,
      List<RowField> fields,
      boolean nullable) {
    return new ColumnRef(position, null, item, type, 0, 0, fields, nullable);
  }

  /** The same reference, of another type. */
  public ColumnRef typed(ExpressionType newType) {
    return new ColumnRef(
        getParserPosition(),
        qualifier(),
        column(),
        newType,
        tableOid,
        attributeNumber,
        rowFields,
        nullable);
  }

  /** The fields of a whole-row reference; none for a column. */
  public List<RowField> rowFields() {
    return rowFields;
  }

  /** Whether a whole-row reference is NULL where all of its fields are. */
  public boolean nullable() {
    return nullable;
  }

  /** The alias before the point, or null. */
  public String qualifier() {
    return names.size() > 1 ? names.get(0) : null;
  }

  /** The column's name for the engine. */
  public String column() {
    return names.get(names.size() - 1);
  }

  /** OID of the table, 0 for a computed column. */
  public int tableOid() {
    return tableOid;
  }

  /** {@code attnum} in that table, otherwise 0. */
  public int attributeNumber() {
    return attributeNumber;
  }

  @Override
  public ExpressionType expressionType() {
    return type;
  }

  @Override
  public SqlNode clone(SqlParserPos position) {
    return new ColumnRef(
        position, qualifier(), column(), type, tableOid, attributeNumber, rowFields, nullable);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    throw new UnsupportedOperationException("printed by io.duckgres.transpiler.unparse");
  }

  @Override
  public boolean equalsDeep(SqlNode node, Litmus litmus) {
    boolean equal = node instanceof ColumnRef that && names.equals(that.names);
    return equal ? litmus.succeed() : litmus.fail("{} != {}", this, node);
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
