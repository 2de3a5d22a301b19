package io.duckgres.compat.script;

import io.duckgres.compat.wire.Bytes;
import io.duckgres.compat.wire.Endpoint;
import io.duckgres.compat.wire.Frontend;
import io.duckgres.compat.wire.Login;
import java.util.Map;

/** Turns a script's {@code >} line into the bytes of the message. */
final class ScriptMessages {

  private ScriptMessages() {}

  static byte[] encode(ScriptLine line, Endpoint endpoint) {
    return switch (line.word()) {
      case "Query" -> Frontend.query(arguments(line, "sql").text("sql", ""));
      case "Parse" -> parse(arguments(line, "sql"));
      case "Bind" -> bind(arguments(line, "values"));
      case "Describe" -> describe(arguments(line, "portal"));
      case "Execute" -> execute(arguments(line, "portal"));
      case "Close" -> close(arguments(line, "portal"));
      case "Sync" -> Frontend.sync();
      case "Flush" -> Frontend.flush();
      case "Terminate" -> Frontend.terminate();
      case "FunctionCall" -> functionCall(arguments(line, "oid"));
      case "CopyData" -> Frontend.copyData(Bytes.read(arguments(line, "data").text("data", "")));
      case "CopyDone" -> Frontend.copyDone();
      case "CopyFail" -> Frontend.copyFail(arguments(line, "message").text("message", ""));
      case "Password" -> Frontend.password(arguments(line, "password").text("password", ""));
      case "SASLInitialResponse" -> sasl(arguments(line, "mechanism"));
      case "SSLRequest" -> Frontend.sslRequest();
      case "GSSENCRequest" -> Frontend.gssEncRequest();
      case "Startup" -> startup(arguments(line, "version"), endpoint);
      case "Raw" -> Bytes.read("\\x" + arguments(line, "bytes").text("bytes", "").replace(" ", ""));
      default ->
          throw new IllegalArgumentException(
              "line " + line.number() + ": no frontend message " + line.word());
    };
  }

  private static Arguments arguments(ScriptLine line, String main) {
    return new Arguments(line.argument(), main);
  }

  private static byte[] parse(Arguments arguments) {
    return Frontend.parse(
        arguments.text("statement", ""), arguments.text("sql", ""), arguments.types("types"));
  }

  private static byte[] bind(Arguments arguments) {
    return Frontend.bind(
        arguments.text("portal", ""),
        arguments.text("statement", ""),
        arguments.formats("formats"),
        arguments.values("values"),
        arguments.formats("results"));
  }

  private static byte[] describe(Arguments arguments) {
    return arguments.has("statement")
        ? Frontend.describe('S', arguments.text("statement", ""))
        : Frontend.describe('P', arguments.text("portal", ""));
  }

  private static byte[] close(Arguments arguments) {
    return arguments.has("statement")
        ? Frontend.close('S', arguments.text("statement", ""))
        : Frontend.close('P', arguments.text("portal", ""));
  }

  private static byte[] execute(Arguments arguments) {
    return Frontend.execute(arguments.text("portal", ""), arguments.number("limit", 0));
  }

  private static byte[] functionCall(Arguments arguments) {
    return Frontend.functionCall(arguments.number("oid", 0), arguments.values("values"));
  }

  private static byte[] sasl(Arguments arguments) {
    return Frontend.saslInitialResponse(
        arguments.text("mechanism", ""), Bytes.read(arguments.text("response", "")));
  }

  /** User and database come from the server under test unless the script names them. */
  private static byte[] startup(Arguments arguments, Endpoint endpoint) {
    Map<String, String> parameters = arguments.texts();
    String version = parameters.getOrDefault("version", "3.0");
    parameters.remove("version");
    String[] parts = version.split("\\.");
    int code = (Integer.parseInt(parts[0]) << 16) | Integer.parseInt(parts[1]);
    return Frontend.startup(code, Login.startup(endpoint, parameters));
  }
}
