package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.statement.DefinitionStatement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CREATE TYPE … AS ENUM.
 *
 * <p>Source of checks: {@code src/backend/catalog/pg_enum.c} (EnumValuesCreate).
 */
final class EnumPlanner {
  private final DefinitionContext context;

  EnumPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(DefinitionStatement.CreateEnum statement, Steps steps) {
    NewObject type = context.lookup().creation(statement.name().withoutPosition(), false);
    if (context.catalog().type(type.schema(), type.name()) != null) {
      throw Errors.of(SqlState.DUPLICATE_OBJECT, "type \"" + type.name() + "\" already exists");
    }
    Set<String> seen = new HashSet<>();
    for (String label : statement.labels()) {
      if (label.getBytes(StandardCharsets.UTF_8).length > GeneratedNames.LIMIT) {
        throw Errors.of(SqlState.INVALID_NAME, "invalid enum label \"" + label + "\"")
            .withDetail("Labels must be " + GeneratedNames.LIMIT + " bytes or less.");
      }
      if (!seen.add(label)) {
        throw Errors.of(
            SqlState.UNIQUE_VIOLATION,
            "duplicate key value violates unique constraint \"pg_enum_typid_label_index\"");
      }
    }
    String labels =
        statement.labels().stream().map(EngineSql::literal).collect(Collectors.joining(", "));
    steps.add("CREATE TYPE " + type.sql() + " AS ENUM (" + labels + ")");
    steps.addAll(context.records().enumCreated(type.schema(), type.name()));
  }
}
