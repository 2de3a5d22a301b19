/** Runs the benchmarks of inner loops, which stand in the packages of what they measure. */
package io.duckgres.gateway.jmh;
