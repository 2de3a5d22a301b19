/**
 * PostgreSQL 17's lexer and grammar: text to parse trees, one per statement, with positions, and
 * PostgreSQL's own words for what it would not parse. {@link io.duckgres.grammar.PostgresSql} is
 * the way in.
 *
 * <p>May depend on the ANTLR runtime and on nothing else of this project.
 */
package io.duckgres.grammar;
