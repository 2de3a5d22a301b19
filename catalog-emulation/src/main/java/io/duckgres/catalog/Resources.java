package io.duckgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The resources of this package. */
final class Resources {
  private Resources() {}

  /** The text of a resource, or null when there is none. */
  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
