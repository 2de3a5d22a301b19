/**
 * What the analysis asks about names: relations, types and functions as one transaction sees them.
 * The catalog emulation implements it. Depends on {@code pgtype} alone.
 */
package io.duckgres.transpiler.catalog;
