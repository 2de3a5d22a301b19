package io.duckgres.compat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptParserTest {

  @Test
  void readsMessagesWithTextAndMappings() {
    List<ScriptLine> steps =
        ScriptParser.parse(
            """
            # a comment
            > Query select 1,
              2
            < RowDescription [{name: a}]
            <~ ReadyForQuery I
            """);
    assertThat(steps)
        .containsExactly(
            step(2, "", ScriptLine.Action.SEND, "Query", "select 1,\n2"),
            step(4, "", ScriptLine.Action.EXPECT, "RowDescription", List.of(Map.of("name", "a"))),
            step(5, "", ScriptLine.Action.EXPECT_EVENTUALLY, "ReadyForQuery", "I"));
  }

  @Test
  void readsSessionsDirectivesAndServers() {
    List<ScriptLine> steps =
        ScriptParser.parse(
            """
            other> Sync
            other do cancel {wait: false}
            do connect
            @duckgres < ErrorResponse 0A000
            """);
    assertThat(steps)
        .containsExactly(
            step(1, "other", ScriptLine.Action.SEND, "Sync", null),
            step(2, "other", ScriptLine.Action.DIRECTIVE, "cancel", Map.of("wait", false)),
            step(3, "", ScriptLine.Action.DIRECTIVE, "connect", null),
            new ScriptLine(
                4,
                Optional.of(ScriptLine.Server.DUCKGRES),
                "",
                ScriptLine.Action.EXPECT,
                "ErrorResponse",
                "0A000"));
  }

  @Test
  void namesTheLineThatIsNoStep() {
    assertThatThrownBy(() -> ScriptParser.parse("> Sync\nnonsense"))
        .hasMessageStartingWith("line 2");
  }

  private static ScriptLine step(
      int number, String session, ScriptLine.Action action, String word, Object argument) {
    return new ScriptLine(number, Optional.empty(), session, action, word, argument);
  }
}
