package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Users' types as they are loaded: enums, domains, composite types and the array types over them.
 */
final class UserTypes {
  private final Map<String, Map<String, PgType>> byName = new HashMap<>();
  private final Map<Integer, PgType> byOid = new HashMap<>();
  private final Map<Integer, List<Attribute>> fields = new HashMap<>();
  private final Map<Integer, List<String>> labels = new HashMap<>();
  private final Map<String, PgType> enumsByText = new HashMap<>();

  /** Adds a type and the type of its arrays. */
  void add(PgType type) {
    put(type);
    if (type.arrayOid() != 0) {
      put(PgType.arrayOf(type.arrayOid(), type));
    }
  }

  private void put(PgType type) {
    byOid.put(type.oid(), type);
    byName.computeIfAbsent(type.schema(), schema -> new HashMap<>()).putIfAbsent(type.name(), type);
  }

  void addLabels(PgType enumType, List<String> texts) {
    labels.put(enumType.oid(), List.copyOf(texts));
    enumsByText.merge(
        enumText(texts), enumType, (one, other) -> one.oid() < other.oid() ? one : other);
  }

  /** How the engine spells an enum without a name. */
  static String enumText(List<String> labels) {
    return labels.stream()
        .map(EngineNames::literal)
        .collect(Collectors.joining(", ", "ENUM(", ")"));
  }

  void addField(int typeOid, Attribute field) {
    fields.computeIfAbsent(typeOid, oid -> new ArrayList<>()).add(field);
  }

  /** The type, built-in ones included, or null. */
  PgType byOid(int oid) {
    PgType type = PgTypes.byOid(oid);
    return type != null ? type : byOid.get(oid);
  }

  /** The user's type, or null. */
  PgType byName(String schema, String name) {
    return byName.getOrDefault(schema, Map.of()).get(name);
  }

  /** The first enum whose labels the engine spells so, since a column shows the labels alone. */
  PgType enumByText(String engineType) {
    return enumsByText.get(engineType);
  }

  /** Fields of a composite type that is no row type, or null. */
  List<Attribute> fields(int typeOid) {
    return fields.get(typeOid);
  }

  List<String> labels(int typeOid) {
    return labels.getOrDefault(typeOid, List.of());
  }
}
