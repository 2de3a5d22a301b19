/**
 * Points, lines, boxes, paths, polygons and circles. Depends on {@code pgtype} and {@code value}.
 */
package io.duckgres.value.geometry;
