package io.duckgres.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TranspileCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String script, String... arguments) {
    CommandLine command =
        new CommandLine(
            new TranspileCommand(
                new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8))));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void showsPlanRulesAndSql() {
    int code =
        run("create table t (a int, b text);\nselect date '2024-01-02' - a, b ~* 'x'\nfrom t");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("-- create table t (a int, b text)\n-- plan: Engine\nCREATE TABLE ")
        .contains("-- rule: OperatorCallRule texticregexeq(text,text) at 2:33\n")
        .contains("FROM postgres.main.t AS t;");
  }

  @Test
  void showsTreesBeforeAndAfterRules() {
    assertThat(run("select 'abc' ~ 'b'", "--explain")).isZero();
    assertThat(out.toString())
        .contains("--   from Operator(~, abc:text, b:text, operator=textregexeq(text,text))")
        .contains("--   to   Template");
  }

  @Test
  void unsupportedStatementsFail() {
    assertThat(run("do 'begin end'; select 1")).isEqualTo(1);
    assertThat(out.toString()).contains("-- error 0A000: ").contains("SELECT 1 ");
  }

  @Test
  void leavesToTheEngineWhatOnlyItParses() {
    assertThat(run("create table t (a int); from t; selec 1")).isEqualTo(1);
    assertThat(out.toString())
        .contains("-- plan: PassThrough\nfrom t;")
        .contains("-- error 42601: syntax error at or near \"selec\"");
  }

  @Test
  void saysWhatFileIsMissing(@TempDir Path directory) {
    assertThat(run("", directory.resolve("none.sql").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.sql");
  }
}
