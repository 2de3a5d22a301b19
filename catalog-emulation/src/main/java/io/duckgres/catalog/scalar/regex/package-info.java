/**
 * PostgreSQL's advanced regular expressions: where java.util.regex finds a match, its length and
 * parts are decided by PostgreSQL's rules (longest or shortest as a whole). Depends on {@code
 * pgtype} only.
 */
package io.duckgres.catalog.scalar.regex;
