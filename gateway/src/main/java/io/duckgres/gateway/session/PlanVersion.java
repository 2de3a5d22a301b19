package io.duckgres.gateway.session;

/**
 * What a plan depends on beside its statement: as long as this is equal, planning again would give
 * the same.
 *
 * @param catalog version of the catalog
 * @param settings version of the run-time parameters
 */
record PlanVersion(long catalog, long settings) {
  static PlanVersion of(SessionContext context) {
    return new PlanVersion(context.catalog().version(), context.settings.version());
  }
}
