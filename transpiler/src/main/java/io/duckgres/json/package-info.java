/**
 * PostgreSQL's json and jsonb as values: reading with PostgreSQL's errors, jsonb's canonical text,
 * its order, and edits of it. Pure functions over text; depends on {@code pgtype} alone.
 */
package io.duckgres.json;
