/**
 * From parse trees of utility statements to the records of {@code statement}: one class per chapter
 * of the grammar, all stateless. Refuses what PostgreSQL's own grammar refuses in code. May depend
 * on the grammar, {@code build}, {@code tree}, {@code statement} and {@code pgtype}.
 */
package io.duckgres.transpiler.build.utility;
