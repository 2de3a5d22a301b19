/** Text search: tsvector and tsquery as values. Depends on {@code pgtype} and {@code value}. */
package io.duckgres.value.search;
