package io.duckgres.grammar;

import java.util.List;

/**
 * An expression or a type's name that stands alone: a tree or the reason why there is none.
 *
 * @param <T> the tree's class
 * @param tree the parse tree, or null
 * @param error what PostgreSQL would say, or null if there is a tree
 * @param notices what PostgreSQL would tell besides
 */
public record ParsedFragment<T>(T tree, SyntaxError error, List<Notice> notices) {
  public ParsedFragment {
    notices = List.copyOf(notices);
  }
}
