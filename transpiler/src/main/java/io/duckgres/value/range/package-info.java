/**
 * Ranges and multiranges: their texts, canonical forms, order and set operations. Depends on {@code
 * pgtype} and {@code value}.
 */
package io.duckgres.value.range;
