package io.duckgres.compat.cases;

import io.duckgres.compat.Resources;
import io.duckgres.compat.server.ServerUnderTest;
import java.util.List;

/** The cases and the differences that are declared for them, read once. */
final class Expectations {

  /** Every case file, sorted. */
  static final List<CaseFile> FILES = CaseLoader.load();

  private static final String WRITE = "write";
  private static KnownDifferences known;

  private Expectations() {}

  /** Every case, in the files' order. */
  static List<Case> cases() {
    return FILES.stream().flatMap(file -> file.cases().stream()).toList();
  }

  /** Whether this run brings the declared differences and the document up to date. */
  static boolean write() {
    return WRITE.equals(System.getProperty("duckgres.results")) && !ServerUnderTest.isPostgres();
  }

  /** The declared differences; brought up to date first where that is asked for. */
  static synchronized KnownDifferences known() {
    if (known == null) {
      known = KnownDifferences.load();
      if (write()) {
        KnownDifferencesWriter.write(
            Resources.path(KnownDifferences.FILE),
            known,
            cases().stream().map(Results::of).toList());
        known = KnownDifferences.load();
      }
    }
    return known;
  }
}
