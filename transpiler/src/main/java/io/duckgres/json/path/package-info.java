/**
 * The SQL/JSON path language: its tree, read from text and printed as PostgreSQL prints it. Depends
 * on {@code json} and {@code pgtype} alone; carried out by the catalog emulation.
 */
package io.duckgres.json.path;
