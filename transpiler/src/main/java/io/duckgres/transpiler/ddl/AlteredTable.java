package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import java.util.ArrayList;
import java.util.List;

/** A table while ALTER TABLE's actions change it one by one. */
final class AlteredTable {
  private final Relation original;
  private final List<Attribute> attributes;
  private int lastNumber;
  private final List<ForeignKey> foreignKeys;
  private StoredTable stored;

  /**
   * @param stored what belongs to it besides its columns
   * @param foreignKeys its foreign keys
   */
  AlteredTable(Relation original, StoredTable stored, List<ForeignKey> foreignKeys) {
    this.foreignKeys = new ArrayList<>(foreignKeys);
    this.stored = stored;
    this.original = original;
    this.attributes = new ArrayList<>(original.attributes());
    this.lastNumber = attributes.stream().mapToInt(Attribute::number).max().orElse(0);
  }

  /** The table as it is by now. */
  Relation relation() {
    return new Relation(
        original.oid(),
        original.schema(),
        original.name(),
        original.kind(),
        original.engineName(),
        attributes);
  }

  /**
   * The table by now, by another name.
   *
   * @param renamed old and new name of a renamed column; or null
   */
  Relation relation(String name, List<String> renamed) {
    List<Attribute> named = new ArrayList<>(attributes);
    if (renamed != null) {
      named.replaceAll(a -> a.name().equals(renamed.get(0)) ? a.named(renamed.get(1)) : a);
    }
    return new Relation(
        original.oid(),
        original.schema(),
        name,
        original.kind(),
        new NewObject(original.schema(), original.name(), original.engineName())
            .sibling(name)
            .engineName(),
        named);
  }

  /** What belongs to the table by now. */
  StoredTable stored() {
    return stored;
  }

  /** The table has these constraints now. */
  void setConstraints(List<StoredTable.Constraint> constraints) {
    stored =
        new StoredTable(
            constraints,
            stored.indexes(),
            stored.comment(),
            stored.columnComments(),
            stored.referencing());
  }

  /** The foreign keys that are kept beside the engine's catalog, by now. */
  List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  /** The foreign key of this name, or null. */
  ForeignKey foreignKey(String name) {
    return foreignKeys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
  }

  /** Constraints that a column is part of. */
  List<StoredTable.Constraint> constraintsOn(String column) {
    return stored.constraints().stream()
        .filter(constraint -> constraint.record().columns().contains(column))
        .toList();
  }

  NewObject object() {
    return new NewObject(original.schema(), original.name(), original.engineName());
  }

  String name() {
    return original.name();
  }

  String schema() {
    return original.schema();
  }

  /** Start of a statement that alters it. */
  String alter() {
    return "ALTER "
        + RelationKinds.engineWord(original)
        + " "
        + EngineSql.name(original.engineName())
        + " ";
  }

  Attribute attribute(String name) {
    return attributes.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * The column with this name.
   *
   * @throws io.duckgres.pgtype.PgException 42703
   */
  Attribute existing(String name) {
    Attribute found = attribute(name);
    if (found == null) {
      throw Errors.noColumn(name, original.name());
    }
    return found;
  }

  int nextNumber() {
    return ++lastNumber;
  }

  void add(Attribute attribute) {
    attributes.add(attribute);
  }

  void replace(Attribute before, Attribute after) {
    attributes.set(attributes.indexOf(before), after);
  }

  void remove(Attribute attribute) {
    attributes.remove(attribute);
  }
}
