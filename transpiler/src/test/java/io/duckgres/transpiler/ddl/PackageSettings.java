package io.duckgres.transpiler.ddl;

/** Where Approval Tests keeps the approved plans of this package's tests; found by its name. */
public final class PackageSettings {
  /** Relative to the test's own directory. */
  public static final String ApprovalBaseDirectory = "../resources";

  /** Below the package's directory. */
  public static final String UseApprovalSubdirectory = "plans";

  private PackageSettings() {}
}
