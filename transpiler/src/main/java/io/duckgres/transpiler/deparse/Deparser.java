package io.duckgres.transpiler.deparse;

import io.duckgres.transpiler.tree.QueryNode;
import java.util.Collection;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Writes analysed trees that kept their form, see {@code StatementAnalyzer.shown}. */
public final class Deparser {
  private final List<String> searchPath;

  /**
   * @param searchPath the schemas whose objects need no qualification
   */
  public Deparser(Collection<String> searchPath) {
    this.searchPath = List.copyOf(searchPath);
  }

  /**
   * An expression of a default, a check or an index, with the casts that its place adds left out.
   *
   * @param domain whether it is a domain's check, whose only name is VALUE
   * @param pretty without the parentheses that precedence makes unnecessary
   * @throws NoFormException when something in it has no form
   */
  public String expression(SqlNode expression, boolean domain, boolean pretty) {
    DeparseBuffer buffer = new DeparseBuffer(pretty, searchPath);
    buffer.column(domain ? "VALUE" : null);
    new ExpressionDeparser(buffer).rule(expression, false);
    return buffer.toString();
  }

  /**
   * A view's query, ending in a semicolon.
   *
   * @param columns names of the view's columns
   * @param pretty without the parentheses that precedence makes unnecessary
   * @throws NoFormException when something in it has no form
   */
  public String view(QueryNode query, List<String> columns, boolean pretty) {
    DeparseBuffer buffer = new DeparseBuffer(pretty, searchPath);
    new QueryDeparser(buffer).query(query, columns, true, false);
    return buffer.text(";").toString();
  }

  /**
   * A query of a function's standard body, ending in a semicolon.
   *
   * @throws NoFormException when something in it has no form
   */
  public String statement(QueryNode query) {
    DeparseBuffer buffer = new DeparseBuffer(false, searchPath);
    new QueryDeparser(buffer).query(query, List.of(), true, false);
    return buffer.text(";").toString().strip();
  }
}
