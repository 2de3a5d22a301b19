package io.duckgres.compat.cases;

import java.util.List;

/**
 * Statements that are run one after the other on a connection of their own, in a fresh schema named
 * {@code compat}.
 *
 * @param id chapter, topic and name, unique: {@code select/joins/full_outer}
 * @param setup statements whose answers do not matter, but which must succeed
 * @param statements the statements whose answers are compared
 * @param modes the modes that the case is run in
 */
record Case(String id, List<String> setup, List<Statement> statements, List<Mode> modes) {}
