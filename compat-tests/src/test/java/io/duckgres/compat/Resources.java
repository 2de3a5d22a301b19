package io.duckgres.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the test data of this module on disk, so that a failing test names the file to open. */
public final class Resources {

  private static final Path ROOT = Path.of("src", "test", "resources").toAbsolutePath();

  private Resources() {}

  /** A file or folder of the test data. */
  public static Path path(String name) {
    return ROOT.resolve(name);
  }

  /** The files below a folder whose names end so, sorted. */
  public static List<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
