package io.duckgres.transpiler.catalog;

import java.util.List;

/**
 * What is kept of a view.
 *
 * @param text its query, as {@link ShownText#stored()} gives it
 * @param searchPath the search path that the text's names are looked up by
 * @param checkOption WITH CHECK OPTION
 * @param updatable the columns that can be changed through it; null when nothing can
 */
public record ViewDefinition(
    String text, List<String> searchPath, CheckOption checkOption, List<String> updatable) {

  /** WITH CHECK OPTION. */
  public enum CheckOption {
    NONE,
    LOCAL,
    CASCADED
  }

  public ViewDefinition {
    searchPath = List.copyOf(searchPath);
    updatable = updatable == null ? null : List.copyOf(updatable);
  }

  /** The query's text with all parentheses. */
  public String query() {
    return ShownText.plain(text);
  }
}
