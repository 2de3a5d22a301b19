package io.duckgres.compat.cases;

import java.util.Locale;

/** The ways in which a client can run a statement; every case runs in each that fits. */
enum Mode {
  /** A Query message; results are text. */
  SIMPLE,
  /** Parse, Bind and Execute with text parameters and results. */
  TEXT,
  /** The same with binary parameters and results. */
  BINARY;

  static Mode of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
