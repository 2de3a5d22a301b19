package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.tree.ExpressionType;

/**
 * A column to be created.
 *
 * @param number {@code attnum}
 * @param engineType the engine's type
 * @param notNull NOT NULL, where no primary key says it
 * @param defaultSql the default in the engine's SQL, or null
 * @param defaultText the default or generation expression in PostgreSQL's words, or null
 * @param generationSql the expression of a generated column, or null
 * @param identity {@code attidentity}, or null
 */
record ColumnSpec(
    int number,
    String name,
    ExpressionType type,
    String engineType,
    boolean notNull,
    String defaultSql,
    String defaultText,
    String generationSql,
    Character identity) {

  ColumnSpec withDefault(String sql, String text) {
    return new ColumnSpec(
        number, name, type, engineType, notNull, sql, text, generationSql, identity);
  }

  ColumnSpec withGeneration(String sql, String text) {
    return new ColumnSpec(number, name, type, engineType, notNull, null, text, sql, identity);
  }

  ColumnSpec withoutNotNull() {
    return new ColumnSpec(
        number, name, type, engineType, false, defaultSql, defaultText, generationSql, identity);
  }

  /** The column's definition in the engine's SQL. */
  String sql() {
    StringBuilder sql = new StringBuilder(EngineSql.name(name)).append(' ').append(engineType);
    if (generationSql != null) {
      return sql.append(" GENERATED ALWAYS AS (")
          .append(generationSql)
          .append(") VIRTUAL")
          .toString();
    }
    if (defaultSql != null) {
      sql.append(" DEFAULT (").append(defaultSql).append(')');
    }
    if (notNull) {
      sql.append(" NOT NULL");
    }
    return sql.toString();
  }

  /** What is kept beside the engine. */
  ColumnRecord toRecord() {
    return new ColumnRecord(
        number,
        name,
        type.type(),
        type.typmod(),
        engineType,
        identity,
        generationSql == null ? null : 's',
        defaultText);
  }

  /** The column as expressions see it. */
  Attribute toAttribute(DefinitionContext context) {
    boolean domain = type.type().kind() == TypeKind.DOMAIN;
    return new Attribute(
        number,
        name,
        domain ? context.catalog().typeByOid(type.type().baseOid()) : type.type(),
        domain ? type.type().baseTypmod() : type.typmod(),
        notNull,
        defaultSql,
        generationSql != null,
        engineType,
        identity,
        domain ? type.type() : null);
  }
}
