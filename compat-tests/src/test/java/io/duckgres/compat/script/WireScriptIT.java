package io.duckgres.compat.script;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.RealPostgres;
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

  private static Stream<DynamicTest> tests(ScriptLine.Server server, Endpoint endpoint) {
    return Resources.files("wire", ".wire").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Resources.path("wire").relativize(file).toString(),
                    () -> play(server, endpoint, file)));
  }

  private static void play(ScriptLine.Server server, Endpoint endpoint, Path file) {
    List<ScriptLine> script = ScriptParser.parse(Resources.read(file));
    try (ScriptPlayer player = new ScriptPlayer(server, endpoint)) {
      player.play(script);
    }
  }
}
