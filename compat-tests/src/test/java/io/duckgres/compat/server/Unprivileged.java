package io.duckgres.compat.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run a command as somebody other than root, which PostgreSQL insists on ({@code
 * src/backend/main/main.c}, {@code check_root}).
 *
 * @param prefix what to put before a command; empty when we are not root
 * @param owner the user whom the command's files must belong to; null when they are ours already
 */
record Unprivileged(List<String> prefix, String owner) {

  private static final String OTHER_USER = "nobody";

  /** Every way known, the cheapest first; each is tried before it is believed. */
  private static final List<Unprivileged> WAYS =
      List.of(
          new Unprivileged(List.of(), null),
          new Unprivileged(List.of("unshare", "-U"), null),
          new Unprivileged(List.of("setpriv", "--reuid", OTHER_USER, "--clear-groups"), OTHER_USER),
          new Unprivileged(List.of("runuser", "-u", OTHER_USER, "--"), OTHER_USER));

  /** The first way that works here. */
  static Unprivileged find() {
    return WAYS.stream()
        .filter(way -> way.userId().matches("[1-9][0-9]*"))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "PostgreSQL refuses to run as root, and neither unshare, setpriv nor runuser"
                        + " lets it run as another user; run the tests as a normal user"));
  }

  /** Hands a directory to the user whom the server runs as. */
  void give(Path directory) {
    if (owner != null) {
      Commands.run(List.of("chown", "-R", owner, directory.toString()));
    }
  }

  private String userId() {
    List<String> command = new java.util.ArrayList<>(prefix);
    command.addAll(List.of("id", "-u"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes()).trim();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
