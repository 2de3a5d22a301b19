package io.duckgres.transpiler.rule;

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
  private final RuleTrace trace;

  /**
   * An engine with all rules.
   *
   * @param functions functions that the catalog emulation carries out
   * @param trace is told of each change
   */
  public RuleEngine(EngineFunctions functions, RuleTrace trace) {
    this(
        trace,
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
            new NestedArrayRule(),
            new NestedArrayRule.OfQuery(),
            new NestedArrayOperatorRule(),
            new SortKeyRule(),
            new OrdinalKeyRule(),
            new GreatestKeyRule(),
            new InListKeyRule(),
            new RecordFieldRule(),
            new SearchCallRule(),
            new SubscriptRule(),
            new FunctionCallRule(functions),
            new OperatorCallRule(functions),
            new QuantifiedCallRule(),
            new CastRule(functions),
            new NumericLiteralRule(),
            new ValueFunctionRule()));
  }

  RuleEngine(RuleTrace trace, List<StructuralRule> rules) {
    this.trace = trace;
    List<StructuralRule> ordered = order(rules);
    this.before = byClass(ordered, true);
    this.after = byClass(ordered, false);
  }

  /** The tree with DuckDB's meaning. */
  public SqlNode rewrite(SqlNode node) {
    return new Rewriting(this).rewrite(node);
  }

  /**
   * A whole statement. Where it is a query its result may hold numerics as text, which go to the
   * client as they are.
   */
  public SqlNode rewriteStatement(SqlNode statement) {
    return new Rewriting(this).statement(statement);
  }

  /** Applies the rules that ask to see a node before its children are rewritten. */
  SqlNode before(SqlNode node) {
    return apply(before, node);
  }

  /** Applies the rules that see a node after its children. */
  SqlNode after(SqlNode node) {
    return apply(after, node);
  }

  /** Loads the rows, so that the first statement does not wait for it. */
  public static void warmUp() {
    FunctionRows.all();
  }

  private SqlNode apply(Map<Class<?>, List<StructuralRule>> rules, SqlNode node) {
    SqlNode result = node;
    for (StructuralRule rule : rules.getOrDefault(node.getClass(), List.of())) {
      if (rule.matches() != result.getClass()) {
        return result;
      }
      SqlNode replaced = rule.apply(result);
      if (replaced != result) {
        trace.fired(rule.getClass().getSimpleName(), result, replaced);
      }
      result = replaced;
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
