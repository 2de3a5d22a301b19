package io.duckgres.compat.script;

import java.util.Optional;

/**
 * One step of a wire script.
 *
 * @param number the line in the file where it begins
 * @param only the one server that it applies to; empty for both
 * @param session the name of the connection it is about; the default session's name is empty
 * @param action what to do
 * @param word the message's or the directive's name
 * @param argument what follows it: a mapping, a list, a text, or null
 */
record ScriptLine(
    int number,
    Optional<Server> only,
    String session,
    Action action,
    String word,
    Object argument) {

  /** The two servers that scripts are played against. */
  enum Server {
    POSTGRESQL,
    DUCKGRES
  }

  /** What a line asks for. */
  enum Action {
    /** {@code > Message}: send it. */
    SEND,
    /** {@code < Message}: the next message must be this one. */
    EXPECT,
    /** {@code <~ Message}: skip messages until this one. */
    EXPECT_EVENTUALLY,
    /** {@code do word}: something that is no message. */
    DIRECTIVE
  }
}
