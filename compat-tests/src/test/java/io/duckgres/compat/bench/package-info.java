/**
 * The side-by-side benchmark: PostgreSQL, the packaged server, other servers if wanted, and DuckDB
 * in this process, in turn and on the same machine, so that ratios hold where figures do not. It is
 * no part of the tests; {@code bin/bench} runs it. May depend on {@code io.duckgres.compat.server}
 * and {@code io.duckgres.compat.wire}.
 */
package io.duckgres.compat.bench;
