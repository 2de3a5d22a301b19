package io.duckgres.gateway.copy;

/** The data of COPY FROM, piece by piece. */
@FunctionalInterface
public interface CopyInput {
  /**
   * Waits for the next piece; pieces end anywhere.
   *
   * @return null at the end
   * @throws io.duckgres.pgtype.PgException when the client gives up or cancels
   */
  byte[] next();
}
