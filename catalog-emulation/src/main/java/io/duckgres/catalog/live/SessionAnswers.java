package io.duckgres.catalog.live;

import java.util.List;

/**
 * A session as the engine's functions ask it. The engine may ask on threads of its own while the
 * session waits for a statement.
 */
public interface SessionAnswers {
  /**
   * Calls one of the session's functions.
   *
   * @param function PostgreSQL's name
   * @param arguments as texts; elements may be null
   * @return as text; null for NULL
   * @throws io.duckgres.pgtype.PgException the function's error
   */
  String call(String function, List<String> arguments);

  /**
   * The rows of one of the session's relations.
   *
   * @param relation its name
   * @return each row's values as the engine's texts, in the order of the relation's columns; null
   *     for NULL
   */
  List<List<String>> rows(String relation);
}
