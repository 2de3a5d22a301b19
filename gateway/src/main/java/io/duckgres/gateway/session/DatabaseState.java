package io.duckgres.gateway.session;

import java.time.Instant;

/** What the sessions of one database share beside the engine. */
final class DatabaseState {
  final AdvisoryLocks locks = new AdvisoryLocks();
  final ReferenceConflicts references = new ReferenceConflicts();
  final TransactionNumbers numbers = new TransactionNumbers(Instant.now());
}
