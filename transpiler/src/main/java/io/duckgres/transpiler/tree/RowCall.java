package io.duckgres.transpiler.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** ROW(…) or a parenthesised list. */
public final class RowCall extends TypedNode {
  private final List<SqlNode> fields;
  private final List<String> names;

  /** As parsed, without a type yet. */
  public RowCall(SqlParserPos position, List<SqlNode> fields) {
    this(position, fields, null);
  }

  /**
   * @param fields the fields
   */
  public RowCall(SqlParserPos position, List<SqlNode> fields, ExpressionType type) {
    this(position, fields, List.of(), type);
  }

  /**
   * @param fields the fields
   * @param names the fields' names in a composite type; none for a record
   */
  public RowCall(
      SqlParserPos position, List<SqlNode> fields, List<String> names, ExpressionType type) {
    super(position, type);
    this.fields = List.copyOf(fields);
    this.names = List.copyOf(names);
  }

  /** The fields' names in a composite type; none for a record. */
  public List<String> names() {
    return names;
  }

  /** The fields. */
  public List<SqlNode> fields() {
    return fields;
  }

  /** The same expression, typed. */
  public RowCall typed(ExpressionType type) {
    return new RowCall(getParserPosition(), fields, names, type);
  }

  @Override
  public SqlNode mapChildren(UnaryOperator<SqlNode> mapping) {
    List<SqlNode> newFields = mapAll(fields, mapping);
    return newFields == fields
        ? this
        : new RowCall(getParserPosition(), newFields, names, expressionType());
  }

  @Override
  protected List<Object> attributes() {
    return Arrays.asList(fields.size(), names);
  }

  @Override
  public List<SqlNode> getOperandList() {
    return fields;
  }
}
