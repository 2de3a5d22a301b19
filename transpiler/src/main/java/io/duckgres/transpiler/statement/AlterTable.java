package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.TypeName;
import java.util.List;

/**
 * ALTER TABLE and its kin for views, indexes and sequences.
 *
 * @param kind the kind named, which is also the command tag's
 * @param ifExists IF EXISTS
 * @param actions what is done, in order
 */
public record AlterTable(ObjectKind kind, ObjectName name, boolean ifExists, List<Action> actions)
    implements DefinitionStatement {
  public AlterTable {
    actions = List.copyOf(actions);
  }

  /** One thing that is done. */
  public sealed interface Action {}

  /**
   * ADD COLUMN.
   *
   * @param constraints those written at the column
   */
  public record AddColumn(
      TableElement.Column column, List<TableConstraint> constraints, boolean ifNotExists)
      implements Action {
    public AddColumn {
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * ADD CONSTRAINT.
   *
   * @param notValid NOT VALID
   */
  public record AddConstraint(TableConstraint constraint, boolean notValid) implements Action {}

  /** DROP COLUMN. */
  public record DropColumn(String column, boolean ifExists, boolean cascade) implements Action {}

  /** DROP CONSTRAINT. */
  public record DropConstraint(String constraint, boolean ifExists, boolean cascade)
      implements Action {}

  /** RENAME COLUMN. */
  public record RenameColumn(String column, String newName) implements Action {}

  /** RENAME CONSTRAINT. */
  public record RenameConstraint(String constraint, String newName) implements Action {}

  /** ATTACH PARTITION. */
  public record AttachPartition(ObjectName partition, TableStatement.Bound bound)
      implements Action {}

  /** DETACH PARTITION. */
  public record DetachPartition(ObjectName partition) implements Action {}

  /** RENAME TO. */
  public record Rename(String newName) implements Action {}

  /** SET SCHEMA. */
  public record SetSchema(String schema) implements Action {}

  /**
   * ALTER COLUMN … TYPE.
   *
   * @param using USING, or null
   */
  public record SetType(
      String column, TypeName type, String collation, TableElement.Expression using)
      implements Action {}

  /**
   * ALTER COLUMN … SET DEFAULT or DROP DEFAULT.
   *
   * @param value null for DROP DEFAULT
   */
  public record SetDefault(String column, TableElement.Expression value) implements Action {}

  /**
   * ALTER COLUMN … SET NOT NULL or DROP NOT NULL.
   *
   * @param notNull true for SET
   */
  public record SetNotNull(String column, boolean notNull) implements Action {}

  /** ALTER COLUMN … ADD GENERATED … AS IDENTITY. */
  public record AddIdentity(String column, TableElement.Identity identity) implements Action {}

  /** ALTER COLUMN … DROP IDENTITY. */
  public record DropIdentity(String column, boolean ifExists) implements Action {}

  /** VALIDATE CONSTRAINT. */
  public record ValidateConstraint(String constraint) implements Action {}

  /** OWNER TO. */
  public record SetOwner(String owner) implements Action {}

  /**
   * What changes nothing that anyone sees here: storage parameters, statistics targets, CLUSTER ON
   * and the like.
   *
   * @param column the column it is about, or null
   */
  public record SetStorage(String column) implements Action {}

  /**
   * What is refused.
   *
   * @param feature its name
   */
  public record Unsupported(String feature) implements Action {}
}
