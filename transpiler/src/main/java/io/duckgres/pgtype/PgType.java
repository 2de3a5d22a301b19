package io.duckgres.pgtype;

import java.util.Objects;

/**
 * One PostgreSQL type: a row of {@code pg_type}. Built-in types come from {@link PgTypes}; a user's
 * enums, domains and composite types are made by the catalog. Two types are equal when their OIDs
 * are.
 *
 * @param oid {@code pg_type.oid}
 * @param name {@code typname}, the internal name such as {@code int4} or {@code _text}
 * @param schema name of the schema that holds it, {@code pg_catalog} for built-in types
 * @param length {@code typlen}: bytes of a fixed-length value, -1 varlena, -2 C string
 * @param kind {@code typtype}
 * @param category {@code typcategory}, for instance {@code N} for numbers and {@code S} for strings
 * @param preferred {@code typispreferred} within its category
 * @param delimiter {@code typdelim}: what separates the elements of an array of this type
 * @param relationOid {@code typrelid} of a composite type, otherwise 0
 * @param elementOid {@code typelem} of an array (or of a fixed-length array such as {@code point}),
 *     otherwise 0
 * @param arrayOid {@code typarray}: the type of arrays of this one, 0 when there is none
 * @param baseOid {@code typbasetype} of a domain, otherwise 0
 * @param baseTypmod {@code typtypmod} of a domain, otherwise -1
 * @see <a href="https://www.postgresql.org/docs/17/catalog-pg-type.html">pg_type</a>
 */
public record PgType(
    int oid,
    String name,
    String schema,
    int length,
    TypeKind kind,
    char category,
    boolean preferred,
    char delimiter,
    int relationOid,
    int elementOid,
    int arrayOid,
    int baseOid,
    int baseTypmod) {

  public PgType {
    Objects.requireNonNull(name);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(kind);
  }

  /** A user's enum type; array OID 0 when arrays of it are not known. */
  public static PgType enumType(int oid, String schema, String name, int arrayOid) {
    return new PgType(oid, name, schema, 4, TypeKind.ENUM, 'E', false, ',', 0, 0, arrayOid, 0, -1);
  }

  /** The array type of a user's type. */
  public static PgType arrayOf(int oid, PgType element) {
    return new PgType(
        oid,
        "_" + element.name(),
        element.schema(),
        -1,
        TypeKind.BASE,
        'A',
        false,
        element.delimiter(),
        0,
        element.oid(),
        0,
        0,
        -1);
  }

  /** A user's domain over {@code base}. */
  public static PgType domain(
      int oid, String schema, String name, PgType base, int baseTypmod, int arrayOid) {
    return new PgType(
        oid,
        name,
        schema,
        base.length(),
        TypeKind.DOMAIN,
        base.category(),
        false,
        base.delimiter(),
        0,
        0,
        arrayOid,
        base.oid(),
        baseTypmod);
  }

  /** A composite type, for instance the row type of a table. */
  public static PgType composite(
      int oid, String schema, String name, int relationOid, int arrayOid) {
    return new PgType(
        oid,
        name,
        schema,
        -1,
        TypeKind.COMPOSITE,
        'C',
        false,
        ',',
        relationOid,
        0,
        arrayOid,
        0,
        -1);
  }

  /** A true array type ({@code typcategory} A with an element), {@code int2vector} included. */
  public boolean isArray() {
    return category == 'A' && elementOid != 0;
  }

  /** One of PostgreSQL's pseudo-types, such as {@code unknown}, {@code record} or {@code any}. */
  public boolean isPseudo() {
    return kind == TypeKind.PSEUDO;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PgType that && that.oid == oid;
  }

  @Override
  public int hashCode() {
    return oid;
  }

  @Override
  public String toString() {
    return name;
  }
}
