package io.duckgres.gateway.config;

import java.util.ArrayList;
import java.util.List;

/** Renders {@code duckgres.example.yaml} from the declarations. */
final class ExampleFile {
  private static final int WIDTH = 90;

  private ExampleFile() {}

  static String render() {
    StringBuilder text = new StringBuilder();
    text.append(
            "# The configuration of Duckgres; save it as duckgres.yaml in the working directory")
        .append(" or name\n# it with --config. Values are the defaults. A flag goes before its")
        .append(" environment variable, the\n# variable before this file.\n");
    String section = "";
    for (ConfigKey<?> key : ConfigKeys.all()) {
      if (key.yamlPath() == null) {
        continue;
      }
      int point = key.yamlPath().indexOf('.');
      String keySection = point < 0 ? "" : key.yamlPath().substring(0, point);
      String indent = point < 0 ? "" : "  ";
      text.append('\n');
      if (!keySection.equals(section) && !keySection.isEmpty()) {
        text.append(keySection).append(":\n");
      }
      section = keySection;
      comment(text, indent, key);
      String value = key.example();
      text.append(indent).append(key.yamlPath().substring(point + 1)).append(':');
      text.append(value.startsWith("\n") ? "" : " ").append(value).append('\n');
    }
    return text.toString();
  }

  private static void comment(StringBuilder text, String indent, ConfigKey<?> key) {
    for (String line : wrap(key.help())) {
      text.append(indent).append("# ").append(line).append('\n');
    }
    List<String> others = new ArrayList<>();
    if (key.flag() != null) {
      others.add("Flag: " + key.flag());
    }
    if (key.environment() != null) {
      others.add("environment variable: " + key.environment());
    }
    if (!others.isEmpty()) {
      text.append(indent).append("# ").append(String.join(", ", others)).append('\n');
    }
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() + 1 > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
