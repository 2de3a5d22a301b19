package io.duckgres.compat.script;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.compat.Resources;
import io.duckgres.compat.cases.KnownDifferences;
import io.duckgres.compat.server.RealPostgres;
import io.duckgres.compat.server.ServerUnderTest;
import io.duckgres.compat.wire.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every script holds on a real PostgreSQL, which proves the script, and on the server. */
class WireScriptIT {

  @TestFactory
  Stream<DynamicTest> holdsOnRealPostgres() {
    return tests(ScriptLine.Server.POSTGRESQL, RealPostgres.endpoint());
  }

  @TestFactory
  Stream<DynamicTest> holdsOnTheServer() {
    return ServerUnderTest.isPostgres()
        ? Stream.empty()
        : tests(ScriptLine.Server.DUCKGRES, ServerUnderTest.endpoint());
  }

  private static Stream<DynamicTest> tests(ScriptLine.Server server, Endpoint endpoint) {
    return Resources.files("wire", ".wire").stream()
        .map(
            file -> {
              String name = Resources.path("wire").relativize(file).toString();
              return DynamicTest.dynamicTest(name, () -> check(server, endpoint, name, file));
            });
  }

  private static void check(ScriptLine.Server server, Endpoint endpoint, String name, Path file) {
    if (server == ScriptLine.Server.DUCKGRES
        && KnownDifferences.isDeclared("wire/" + name.replace(".wire", ""))) {
      assertThatThrownBy(() -> play(server, endpoint, file))
          .as("%s holds: take it out of known-differences.yaml", name)
          .isInstanceOf(AssertionError.class);
      return;
    }
    play(server, endpoint, file);
  }

  private static void play(ScriptLine.Server server, Endpoint endpoint, Path file) {
    List<ScriptLine> script = ScriptParser.parse(Resources.read(file));
    int mark = server == ScriptLine.Server.DUCKGRES ? ServerUnderTest.logMark() : 0;
    try (ScriptPlayer player = new ScriptPlayer(server, endpoint)) {
      player.play(script);
    } catch (AssertionError e) {
      String log = server == ScriptLine.Server.DUCKGRES ? ServerUnderTest.logSince(mark) : "";
      throw new AssertionError(e.getMessage() + log, e);
    }
  }
}
