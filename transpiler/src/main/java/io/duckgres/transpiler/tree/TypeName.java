package io.duckgres.transpiler.tree;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * A type as written.
 *
 * @param name its name, schema first when given; keywords stand as PostgreSQL's grammar translates
 *     them, for instance {@code pg_catalog.int4} for INTEGER
 * @param modifiers what stands in parentheses, for INTERVAL with the fields' bits first
 * @param dimensions number of {@code []} pairs, 0 for no array
 * @param setOf SETOF
 * @param percentType {@code table.column%TYPE}
 * @param start 0-based offset of the name in the statement
 */
public record TypeName(
    List<String> name,
    List<SqlNode> modifiers,
    int dimensions,
    boolean setOf,
    boolean percentType,
    int start) {
  public TypeName {
    name = List.copyOf(name);
    modifiers = List.copyOf(modifiers);
  }
}
