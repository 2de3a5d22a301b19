package io.duckgres.gateway.server;

import io.duckgres.gateway.config.ConfigException;
import io.duckgres.gateway.config.ConfigKey;
import io.duckgres.gateway.config.ConfigKeys;
import io.duckgres.gateway.config.ConfigLoader;
import io.duckgres.gateway.config.ServerConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command {@code duckgres}: its flags and its help come from the declarations of {@link
 * ConfigKeys}. Exit codes: 0 after an orderly stop, 1 when the server can't start, 2 for a
 * configuration that can't be used.
 */
final class CommandLineInterface {

  /** Starts what the configuration asks for and returns the exit code when it has ended. */
  @FunctionalInterface
  interface Launcher {
    int launch(ServerConfig config);
  }

  private final Map<String, String> environment;
  private final Path workingDirectory;
  private final Launcher launcher;

  CommandLineInterface(Map<String, String> environment, Path workingDirectory, Launcher launcher) {
    this.environment = environment;
    this.workingDirectory = workingDirectory;
    this.launcher = launcher;
  }

  CommandLine commandLine() {
    CommandSpec spec =
        CommandSpec.create()
            .name("duckgres")
            .version("duckgres " + BuildVersion.duckgres())
            .mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("A server that speaks PostgreSQL's protocol, with DuckDB behind it.")
        .footer(
            "",
            "A flag goes before its environment variable, the variable before the configuration"
                + " file. Keys without a flag are described in duckgres.example.yaml.");
    for (ConfigKey<?> key : ConfigKeys.all()) {
      if (key.flag() != null) {
        spec.addOption(option(key));
      }
    }
    CommandLine commandLine = new CommandLine(spec);
    commandLine.addSubcommand(new TranspileCommand(System.in));
    commandLine.setExecutionStrategy(
        result ->
            result.hasSubcommand()
                ? new CommandLine.RunLast().execute(result)
                : execute(commandLine, result));
    return commandLine;
  }

  private static OptionSpec option(ConfigKey<?> key) {
    return OptionSpec.builder(key.flag())
        .type(String.class)
        .paramLabel("<" + key.flag().substring(2) + ">")
        // Picocli reads %-signs as format directives.
        .description(
            (key.help() + " Environment: " + key.environment() + ". Default: " + key.defaultText())
                    .replace("%", "%%")
                + ".")
        .build();
  }

  private int execute(CommandLine commandLine, ParseResult result) {
    Integer helped = CommandLine.executeHelpRequest(result);
    if (helped != null) {
      return helped;
    }
    Map<String, String> flags = new HashMap<>();
    for (OptionSpec option : result.matchedOptions()) {
      flags.put(option.longestName(), result.matchedOptionValue(option.longestName(), ""));
    }
    ServerConfig config;
    try {
      config = ConfigLoader.load(flags, environment, workingDirectory);
    } catch (ConfigException error) {
      commandLine.getErr().println("duckgres: " + error.getMessage());
      return ExitCode.USAGE;
    }
    return launcher.launch(config);
  }
}
