package io.duckgres.transpiler.statement;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Statements that create tables or empty them. */
public sealed interface TableStatement extends DefinitionStatement {

  /** ON COMMIT of a temporary table. */
  enum OnCommit {
    PRESERVE_ROWS,
    DELETE_ROWS,
    DROP
  }

  /**
   * CREATE TABLE.
   *
   * @param columns column definitions, LIKE clauses among them in the order written
   * @param constraints constraints of the table and, lifted from them, of its columns
   * @param partitionBy PARTITION BY, or null
   */
  record CreateTable(
      ObjectName name,
      boolean temporary,
      boolean ifNotExists,
      List<TableElement> columns,
      List<TableConstraint> constraints,
      OnCommit onCommit,
      PartitionBy partitionBy)
      implements TableStatement {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
    }
  }

  /** PARTITION BY. */
  record PartitionBy(String strategy, List<PartitionKey> keys) {
    public PartitionBy {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key of PARTITION BY.
   *
   * @param column null for an expression
   * @param text the expression as written
   * @param start offset in the statement
   */
  record PartitionKey(String column, SqlNode expression, String text, int start) {}

  /**
   * The bound of a partition.
   *
   * @param kind l for IN, r for FROM … TO, h for WITH, d for DEFAULT
   * @param values of IN, or of FROM
   * @param to of TO
   * @param start offset in the statement
   */
  record Bound(char kind, List<SqlNode> values, List<SqlNode> to, int start) {
    public Bound {
      values = List.copyOf(values);
      to = List.copyOf(to);
    }
  }

  /** CREATE TABLE … PARTITION OF. */
  record CreatePartition(ObjectName name, boolean ifNotExists, ObjectName parent, Bound bound)
      implements TableStatement {}

  /**
   * CREATE TABLE AS and SELECT INTO.
   *
   * @param columns column names given, the query's own otherwise
   * @param query a query node
   * @param withData false for WITH NO DATA
   */
  record CreateTableAs(
      ObjectName name,
      boolean temporary,
      boolean ifNotExists,
      List<String> columns,
      SqlNode query,
      boolean withData,
      OnCommit onCommit)
      implements TableStatement {
    public CreateTableAs {
      columns = List.copyOf(columns);
    }
  }

  /**
   * CREATE MATERIALIZED VIEW.
   *
   * @param columns column names given, the query's own otherwise
   * @param query a query node
   * @param definition the query as written
   * @param withData false for WITH NO DATA
   */
  record CreateMaterializedView(
      ObjectName name,
      boolean ifNotExists,
      List<String> columns,
      SqlNode query,
      String definition,
      boolean withData)
      implements TableStatement {
    public CreateMaterializedView {
      columns = List.copyOf(columns);
    }
  }

  /**
   * REFRESH MATERIALIZED VIEW.
   *
   * @param withData false for WITH NO DATA
   */
  record Refresh(ObjectName name, boolean concurrently, boolean withData)
      implements TableStatement {}

  /** TRUNCATE. */
  record Truncate(List<ObjectName> tables, boolean restartIdentity, boolean cascade)
      implements TableStatement {
    public Truncate {
      tables = List.copyOf(tables);
    }
  }
}
