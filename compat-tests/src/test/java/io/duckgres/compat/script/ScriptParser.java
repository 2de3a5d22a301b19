package io.duckgres.compat.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a wire script. A step is a line {@code [@server] [session]> Message argument}, with {@code
 * <} for what the server must answer, {@code <~} for what it must answer at some time, and {@code
 * do} for directives. Indented lines continue the step before them; {@code #} begins a comment
 * line. An argument starting with a brace, bracket or double quote is YAML; any other is text.
 */
final class ScriptParser {

  private static final Pattern STEP =
      Pattern.compile(
          "(?:@(?<only>\\w+) +)?(?:(?<session>\\w+)\\s*)??(?<sign><~|<|>|do )\\s*(?<word>\\w+)"
              + "\\s*(?<argument>.*)",
          Pattern.DOTALL);
  private static final String YAML_BEGINNINGS = "{[\"";
  private static final YAMLMapper YAML = new YAMLMapper();

  private ScriptParser() {}

  /**
   * @throws IllegalArgumentException naming the line that is not understood
   */
  static List<ScriptLine> parse(String script) {
    List<ScriptLine> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder();
    int begin = 0;
    int number = 0;
    for (String line : script.lines().toList()) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ") && !step.isEmpty()) {
        step.append('\n').append(line.strip());
        continue;
      }
      add(steps, step, begin);
      if (!line.isBlank()) {
        step.append(line.strip());
        begin = number;
      }
    }
    add(steps, step, begin);
    return List.copyOf(steps);
  }

  private static void add(List<ScriptLine> steps, StringBuilder step, int number) {
    if (step.isEmpty()) {
      return;
    }
    Matcher matcher = STEP.matcher(step);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("line " + number + " is no step: " + step);
    }
    Optional<ScriptLine.Server> only =
        Optional.ofNullable(matcher.group("only"))
            .map(name -> ScriptLine.Server.valueOf(name.toUpperCase(Locale.ROOT)));
    String session = Optional.ofNullable(matcher.group("session")).orElse("");
    steps.add(
        new ScriptLine(
            number,
            only,
            session,
            action(matcher.group("sign")),
            matcher.group("word"),
            argument(number, matcher.group("argument"))));
    step.setLength(0);
  }

  private static ScriptLine.Action action(String sign) {
    return switch (sign) {
      case ">" -> ScriptLine.Action.SEND;
      case "<" -> ScriptLine.Action.EXPECT;
      case "<~" -> ScriptLine.Action.EXPECT_EVENTUALLY;
      default -> ScriptLine.Action.DIRECTIVE;
    };
  }

  private static Object argument(int number, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (YAML_BEGINNINGS.indexOf(text.charAt(0)) < 0) {
      return text;
    }
    try {
      return YAML.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getOriginalMessage(), e);
    }
  }
}
