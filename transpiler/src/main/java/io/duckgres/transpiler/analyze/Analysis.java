package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * The analysis of one statement: what its parts share. Positions of errors are UTF-16 offsets plus
 * one; the transpiler turns them into characters.
 */
final class Analysis {
  final PlanningContext context;
  final CatalogSnapshot catalog;
  final Coercions coercions;
  final Conversion conversion;
  final OperatorResolver operators;
  final FunctionResolver functions;
  final Parameters parameters;
  final TypeLookup types;
  final ExpressionAnalyzer expressions;
  final QueryAnalyzer queries;
  final RoutineCalls routines;

  /** What the statement does in steps, in their order. */
  final List<Stage> stages = new ArrayList<>();

  /**
   * Whether the tree is to be shown instead of executed: constants keep the casts around them,
   * tables their own names, joins their USING.
   */
  boolean keepsForm;

  /** Whether COLLATE is written anywhere. */
  boolean collated;

  /** What $1, $2 … of a function's body stand for; null outside of one. */
  List<SqlNode> routineArguments;

  /** Whether the next call of a user's function is what the statement is about. */
  boolean executesRoutine;

  /** How many functions' bodies are around what is analysed. */
  int routineDepth;

  /** The functions of users that are called. */
  Set<Routine> called = new LinkedHashSet<>();

  /** Whether all parts of the statement that change rows are carried out in steps. */
  boolean inSteps;

  private int stageTables;

  /** The last sequence drawn from, by its name in the engine's SQL; null when there is none. */
  String sequence;

  /** The table that INSERT inserts into; null for any other statement. */
  Relation insertTarget;

  /** Whether INSERT leaves columns to their defaults. */
  boolean insertsDefaults;

  Analysis(PlanningContext context, ParameterTypes parameterTypes) {
    this.context = context;
    this.catalog = context.catalog();
    this.coercions = new Coercions(catalog);
    this.operators = new OperatorResolver(coercions);
    this.functions = new FunctionResolver(coercions);
    this.parameters = new Parameters(parameterTypes);
    this.types = new TypeLookup(context);
    this.conversion = new Conversion(this);
    this.expressions = new ExpressionAnalyzer(this);
    this.queries = new QueryAnalyzer(this);
    this.routines = new RoutineCalls(this);
  }

  /** A name for another temporary table of the statement. */
  String stageName() {
    return "duckgres_stage_" + ++stageTables;
  }

  /** The error at the beginning of a node's own position. */
  static PgException at(PgException error, SqlNode node) {
    return at(error, Positions.start(node));
  }

  /** The error at an offset, -1 for none; one that has a position keeps it. */
  static PgException at(PgException error, int offset) {
    return error.position() > 0 || offset < 0 ? error : error.withPosition(offset + 1);
  }

  /** A new error at a node. */
  static PgException error(SqlState state, String message, SqlNode node) {
    return at(new PgException(state, message), node);
  }
}
