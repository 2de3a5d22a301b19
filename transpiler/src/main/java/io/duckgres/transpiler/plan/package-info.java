/**
 * What the transpiler hands to the gateway: sealed plans with their parameter types and the shape
 * of their result. Pure data; depends on {@code pgtype} and {@code catalog} alone.
 */
package io.duckgres.transpiler.plan;
