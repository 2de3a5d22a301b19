package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Applies all rules in one pass over the tree, children first but for rules that ask to come before
 * them. Rules over one class are ordered by what they declare.
 */
public final class RuleEngine {
  private final Map<Class<?>, List<StructuralRule>> before;
  private final Map<Class<?>, List<StructuralRule>> after;

  /**
   * An engine with all rules.
   *
   * @param functions functions that the catalog emulation carries out
   */
  public RuleEngine(EngineFunctions functions) {
    this(
        List.of(
            new FunctionItemRule(functions),
            new WithTiesRule(),
            new PgTypeofRule(),
            new ExtractRule(),
            new IntervalExtremesRule(),
            new NumericBranches.Case(),
            new NumericBranches.Special(),
            new JsonCallRule(),
            new SqlJsonRule(),
            new ArrayCallRule(),
            new ArrayCallRule.Concatenation(),
            new SortKeyRule(),
            new OrdinalKeyRule(),
            new GreatestKeyRule(),
            new InListKeyRule(),
            new SubscriptRule(),
            new FunctionCallRule(functions),
            new OperatorCallRule(functions),
            new QuantifiedCallRule(),
            new CastRule(functions),
            new NumericLiteralRule(),
            new ValueFunctionRule()));
  }

  RuleEngine(List<StructuralRule> rules) {
    List<StructuralRule> ordered = order(rules);
    this.before = byClass(ordered, true);
    this.after = byClass(ordered, false);
  }

  /** The tree with DuckDB's meaning. */
  public SqlNode rewrite(SqlNode node) {
    SqlNode prepared = apply(before, node);
    SqlNode mapped =
        prepared instanceof PgNode parent ? parent.mapChildren(this::rewrite) : prepared;
    if (mapped instanceof PgNode parent && !understandsText(mapped)) {
      mapped =
          parent.mapChildren(
              prepared instanceof SelectCore || prepared instanceof GroupingSet
                  ? RuleEngine::grouped
                  : NumericForms::toNative);
    }
    return apply(after, mapped);
  }

  /**
   * A whole statement. Where it is a plain SELECT its result may hold numerics as text, which go to
   * the client as they are.
   */
  public SqlNode rewriteStatement(SqlNode statement) {
    if (statement instanceof QueryNode query
        && query.body() instanceof ValuesCore
        && query.orderBy().isEmpty()) {
      QueryNode rewritten = (QueryNode) rewrite(statement);
      return rewritten.body() instanceof ValuesCore values
          ? NumericOutput.values(rewritten, values)
          : rewritten;
    }
    if (!(statement instanceof QueryNode query)
        || !(query.body() instanceof SelectCore select)
        || select.distinct()
        || query.withTies()) {
      return rewrite(statement);
    }
    return new OutputRule(this).rewrite(query, select);
  }

  /** Columns that are text group as such: equal ones are written alike. */
  private static SqlNode grouped(SqlNode node) {
    return node instanceof ColumnRef ? node : NumericForms.toNative(node);
  }

  /** Nodes whose own rules deal with numerics as text. */
  private static boolean understandsText(SqlNode node) {
    return node instanceof OperatorCall
        || node instanceof FunctionCall
        || node instanceof SqlJsonCall
        || node instanceof CastCall
        || node instanceof CaseCall
        || node instanceof SpecialCall
        || node instanceof TemplateCall;
  }

  /** Loads the rows, so that the first statement does not wait for it. */
  public static void warmUp() {
    FunctionRows.all();
  }

  private static SqlNode apply(Map<Class<?>, List<StructuralRule>> rules, SqlNode node) {
    SqlNode result = node;
    for (StructuralRule rule : rules.getOrDefault(node.getClass(), List.of())) {
      if (rule.matches() != result.getClass()) {
        return result;
      }
      result = rule.apply(result);
    }
    return result;
  }

  private static Map<Class<?>, List<StructuralRule>> byClass(
      List<StructuralRule> rules, boolean beforeChildren) {
    Map<Class<?>, List<StructuralRule>> byClass = new HashMap<>();
    for (StructuralRule rule : rules) {
      if (rule.beforeChildren() == beforeChildren) {
        byClass.computeIfAbsent(rule.matches(), type -> new ArrayList<>()).add(rule);
      }
    }
    return byClass;
  }

  /** Sorts rules so that each follows those that it names; a cycle is a mistake of ours. */
  static List<StructuralRule> order(List<StructuralRule> rules) {
    List<StructuralRule> ordered = new ArrayList<>();
    Set<Class<?>> done = new HashSet<>();
    Set<Class<?>> present = new HashSet<>();
    rules.forEach(rule -> present.add(rule.getClass()));
    while (ordered.size() < rules.size()) {
      int before = ordered.size();
      for (StructuralRule rule : rules) {
        boolean ready =
            rule.after().stream().allMatch(type -> done.contains(type) || !present.contains(type));
        if (ready && done.add(rule.getClass())) {
          ordered.add(rule);
        }
      }
      if (ordered.size() == before) {
        throw new IllegalStateException("rules wait for each other in a circle");
      }
    }
    return ordered;
  }
}
