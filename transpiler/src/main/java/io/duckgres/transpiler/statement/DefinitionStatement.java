package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.TypeName;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Statements that create, change and drop objects. */
public sealed interface DefinitionStatement extends UtilityStatement
    permits TableStatement,
        RoutineStatement,
        StatisticsStatement,
        AlterTable,
        DefinitionStatement.CreateView,
        DefinitionStatement.CreateSchema,
        DefinitionStatement.CreateIndex,
        DefinitionStatement.CreateSequence,
        DefinitionStatement.CreateEnum,
        DefinitionStatement.CreateComposite,
        DefinitionStatement.AlterEnum,
        DefinitionStatement.AlterComposite,
        DefinitionStatement.CreateDomain,
        DefinitionStatement.Drop,
        DefinitionStatement.DropAbsent,
        DefinitionStatement.CreateExtension,
        DefinitionStatement.AlterOwner,
        DefinitionStatement.AlterSequence,
        DefinitionStatement.Comment {

  /**
   * CREATE VIEW.
   *
   * @param columns column names given; the query's own otherwise
   * @param query a query node
   * @param definition the query as written
   * @param checkOption WITH CHECK OPTION: local, cascaded, or null
   */
  record CreateView(
      ObjectName name,
      boolean replace,
      boolean temporary,
      List<String> columns,
      SqlNode query,
      String definition,
      String checkOption)
      implements DefinitionStatement {
    public CreateView {
      columns = List.copyOf(columns);
    }
  }

  /**
   * CREATE SCHEMA.
   *
   * @param name null when only AUTHORIZATION is given
   * @param owner AUTHORIZATION, or null
   * @param elements what is created in it
   */
  record CreateSchema(
      String name, String owner, boolean ifNotExists, List<DefinitionStatement> elements)
      implements DefinitionStatement {
    public CreateSchema {
      elements = List.copyOf(elements);
    }
  }

  /**
   * CREATE INDEX.
   *
   * @param name null when PostgreSQL chooses one
   * @param method access method in lower case, {@code btree} when not given
   * @param columns key columns and expressions
   * @param include INCLUDE columns
   * @param predicate WHERE, or null
   */
  record CreateIndex(
      String name,
      ObjectName table,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      String method,
      List<IndexColumn> columns,
      List<String> include,
      boolean nullsNotDistinct,
      SqlNode predicate)
      implements DefinitionStatement {
    public CreateIndex {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
    }
  }

  /**
   * A key of an index.
   *
   * @param column its name, null for an expression
   * @param expression null for a column
   * @param operatorClass null when not given
   * @param collation null when not given
   * @param options {@code pg_index.indoption}: 1 for DESC, 2 for NULLS FIRST
   * @param start offset in the statement
   */
  record IndexColumn(
      String column,
      SqlNode expression,
      String operatorClass,
      String collation,
      int options,
      int start) {}

  /** CREATE SEQUENCE. */
  record CreateSequence(
      ObjectName name, boolean temporary, boolean ifNotExists, SequenceOptions options)
      implements DefinitionStatement {}

  /** CREATE TYPE … AS ENUM. */
  record CreateEnum(ObjectName name, List<String> labels) implements DefinitionStatement {
    public CreateEnum {
      labels = List.copyOf(labels);
    }
  }

  /** CREATE TYPE … AS (…). */
  record CreateComposite(ObjectName name, List<CompositeField> fields)
      implements DefinitionStatement {
    public CreateComposite {
      fields = List.copyOf(fields);
    }
  }

  /**
   * An attribute of a composite type.
   *
   * @param collation COLLATE, or null
   * @param start offset of the name in the statement
   */
  record CompositeField(String name, TypeName type, String collation, int start) {}

  /**
   * ALTER TYPE … ADD VALUE and RENAME VALUE.
   *
   * @param label the label that is added or renamed
   * @param newLabel what it is renamed to; null for ADD
   * @param neighbour the label that it is placed next to; null for the end
   * @param before whether it is placed before the neighbour
   */
  record AlterEnum(
      ObjectName name,
      String label,
      String newLabel,
      String neighbour,
      boolean before,
      boolean ifNotExists)
      implements DefinitionStatement {}

  /** ALTER TYPE of a composite type. */
  record AlterComposite(ObjectName name, List<AttributeAction> actions)
      implements DefinitionStatement {
    public AlterComposite {
      actions = List.copyOf(actions);
    }
  }

  /**
   * What ALTER TYPE does to an attribute.
   *
   * @param add ADD ATTRIBUTE, otherwise null
   * @param attribute the attribute that is dropped or renamed, otherwise null
   * @param newName what it is renamed to, otherwise null
   * @param ifExists DROP ATTRIBUTE IF EXISTS
   */
  record AttributeAction(CompositeField add, String attribute, String newName, boolean ifExists) {}

  /**
   * CREATE DOMAIN.
   *
   * @param type the base type
   * @param defaultValue DEFAULT, or null
   * @param checks its checks, in which {@code value} stands for the value
   */
  record CreateDomain(
      ObjectName name,
      TypeName type,
      String collation,
      boolean notNull,
      TableElement.Expression defaultValue,
      List<TableConstraint.Check> checks)
      implements DefinitionStatement {
    public CreateDomain {
      checks = List.copyOf(checks);
    }
  }

  /** DROP TABLE, VIEW, INDEX, SEQUENCE, TYPE or SCHEMA. */
  record Drop(
      ObjectKind kind,
      List<ObjectName> names,
      boolean ifExists,
      boolean cascade,
      boolean concurrently)
      implements DefinitionStatement {
    public Drop {
      names = List.copyOf(names);
    }
  }

  /**
   * DROP of objects of which there are none.
   *
   * @param tag the command tag
   * @param ifExists whether they may be missing
   */
  record DropAbsent(String tag, List<Absent> objects, boolean ifExists)
      implements DefinitionStatement {
    public DropAbsent {
      objects = List.copyOf(objects);
    }
  }

  /**
   * An object that can't exist.
   *
   * @param word its kind in messages, for instance {@code trigger}
   * @param relation the relation that it would belong to, or null
   */
  record Absent(String word, String name, ObjectName relation) {}

  /** CREATE EXTENSION. */
  record CreateExtension(String name, boolean ifNotExists) implements DefinitionStatement {}

  /**
   * ALTER … OWNER TO for a schema or type.
   *
   * @param owner null for CURRENT_USER and its kin
   */
  record AlterOwner(ObjectKind kind, ObjectName name, String owner)
      implements DefinitionStatement {}

  /**
   * ALTER SEQUENCE with options.
   *
   * @param options those given
   * @param changesOwner OWNED BY is among them
   */
  record AlterSequence(
      ObjectName name, boolean ifExists, SequenceOptions options, boolean changesOwner)
      implements DefinitionStatement {}

  /**
   * COMMENT ON.
   *
   * @param name the object; for a column its table's name and its own; for a constraint its table
   * @param part a constraint's name, otherwise null
   * @param comment null to remove it
   */
  record Comment(ObjectKind kind, ObjectName name, String part, String comment)
      implements DefinitionStatement {}
}
