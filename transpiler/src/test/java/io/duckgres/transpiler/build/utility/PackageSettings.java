package io.duckgres.transpiler.build.utility;

/** Where Approval Tests keeps the approved records of this package's tests; found by its name. */
public final class PackageSettings {
  /** Relative to the test's own directory. */
  public static final String ApprovalBaseDirectory = "../resources";

  /** Below the package's directory. */
  public static final String UseApprovalSubdirectory = "records";

  private PackageSettings() {}
}
