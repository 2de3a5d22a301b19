package io.duckgres.compat.arrows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Data goes one way: grammar, transpiler, gateway; the catalog emulation stands beside the line.
 */
class ModuleArrowsIT {

  private static final List<String> MODULES =
      List.of("grammar", "transpiler", "catalog-emulation", "gateway");
  private static final String GRAMMAR = "io.duckgres.grammar..";
  private static final String TYPES = "io.duckgres.pgtype..";
  private static final String TRANSPILER = "io.duckgres.transpiler..";
  private static final String CATALOG = "io.duckgres.catalog..";
  private static final String GATEWAY = "io.duckgres.gateway..";

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> Path.of("..", module, "target", "classes").normalize())
                  .toList());

  @Test
  void everyModuleIsCompiled() {
    assertThat(List.of("io.duckgres.grammar", "io.duckgres.transpiler", "io.duckgres.gateway"))
        .allMatch(
            prefix -> SERVER.stream().anyMatch(found -> found.getPackageName().startsWith(prefix)));
  }

  @Test
  void modulesSeeOnlyWhatIsUpstream() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("grammar")
        .definedBy(GRAMMAR)
        .layer("types")
        .definedBy(TYPES)
        .layer("transpiler")
        .definedBy(TRANSPILER)
        .optionalLayer("catalog emulation")
        .definedBy(CATALOG)
        .layer("gateway")
        .definedBy(GATEWAY)
        .whereLayer("grammar")
        .mayOnlyBeAccessedByLayers("transpiler", "gateway")
        .whereLayer("types")
        .mayOnlyBeAccessedByLayers("transpiler", "catalog emulation", "gateway")
        .whereLayer("transpiler")
        .mayOnlyBeAccessedByLayers("catalog emulation", "gateway")
        .whereLayer("catalog emulation")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("gateway")
        .mayNotBeAccessedByAnyLayer()
        .check(SERVER);
  }

  @Test
  void onlyTheEngineAndTheCatalogEmulationKnowDuckDb() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.duckgres.gateway.engine..", CATALOG)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.duckdb..")
        .check(SERVER);
  }

  @Test
  void onlyTheGatewayKnowsTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage(GATEWAY)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(SERVER);
  }

  @Test
  void packagesOfTheLineFormNoCycle() {
    slices().matching("io.duckgres.transpiler.(*)..").should().beFreeOfCycles().check(SERVER);
  }
}
