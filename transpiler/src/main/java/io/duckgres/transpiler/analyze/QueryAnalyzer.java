package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Queries: WITH, the body, ORDER BY and LIMIT.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformSelectStmt and its kin).
 */
final class QueryAnalyzer {
  private final Analysis analysis;

  QueryAnalyzer(Analysis analysis) {
    this.analysis = analysis;
  }

  /** A query inside {@code parent}, which is null for a whole statement. */
  AnalyzedQuery analyze(QueryNode query, Scope parent) {
    return analyze(query, parent, true);
  }

  /**
   * A query.
   *
   * @param resolveUnknowns whether columns of unknown type become text; INSERT and set operations
   *     give them another type
   */
  AnalyzedQuery analyze(QueryNode query, Scope parent, boolean resolveUnknowns) {
    if (query.withTies() && !query.locking().isEmpty()) {
      throw Analysis.at(PgException.notSupported("FETCH … WITH TIES with locking"), query);
    }
    Scope scope = new Scope(parent);
    List<SqlNode> with = new CommonTables(analysis).analyze(query.with(), query.recursive(), scope);
    SqlNode body = query.body();
    if (body instanceof SelectCore select) {
      return new SelectAnalyzer(analysis, scope).analyze(query, select, with, resolveUnknowns);
    }
    if (body instanceof QueryNode inner && isPlain(query)) {
      AnalyzedQuery analyzed = analyze(inner, scope, resolveUnknowns);
      return with.isEmpty() ? analyzed : around(query, with, analyzed, scope);
    }
    return around(query, with, body(body, scope, resolveUnknowns), scope);
  }

  private static boolean isPlain(QueryNode query) {
    return query.orderBy().isEmpty()
        && query.limit() == null
        && query.offset() == null
        && query.locking().isEmpty();
  }

  private AnalyzedQuery body(SqlNode body, Scope scope, boolean resolveUnknowns) {
    if (body instanceof SetOperation operation) {
      return new SetOperationAnalyzer(analysis).analyze(operation, scope, resolveUnknowns);
    }
    if (body instanceof ValuesCore values) {
      return new ValuesAnalyzer(analysis).analyze(values, scope, resolveUnknowns);
    }
    return analyze((QueryNode) body, scope, resolveUnknowns);
  }

  /** Puts the clauses of {@code query} around an analysed body. */
  private AnalyzedQuery around(
      QueryNode query, List<SqlNode> with, AnalyzedQuery body, Scope scope) {
    boolean setOperation = query.body() instanceof SetOperation;
    if (!query.locking().isEmpty()) {
      throw setOperation
          ? LockingChecks.refused(query, "UNION/INTERSECT/EXCEPT")
          : PgException.notSupported(query.locking().get(0) + " of VALUES");
    }
    if (query.withTies()) {
      throw Analysis.at(
          PgException.notSupported("FETCH … WITH TIES of a set operation or VALUES"), query);
    }
    List<SqlNode> orderBy =
        new OutputSort(analysis, body.columns(), setOperation).analyze(query.orderBy(), scope);
    SqlNode inner = body.node();
    if (body.node().with().isEmpty() && isPlain(body.node())) {
      inner = body.node().body();
    }
    QueryNode node =
        new QueryNode(
            query.getParserPosition(),
            query.recursive(),
            with,
            inner,
            orderBy,
            limit(query.limit(), scope, Clause.LIMIT),
            query.withTies(),
            limit(query.offset(), scope, Clause.OFFSET),
            query.locking());
    return new AnalyzedQuery(node, body.columns());
  }

  /** LIMIT or OFFSET: a bigint without columns. */
  SqlNode limit(SqlNode limit, Scope scope, Clause clause) {
    if (limit == null) {
      return null;
    }
    if (limit instanceof PgLiteral literal && literal.isNullValue()) {
      return null;
    }
    SqlNode analyzed =
        analysis.expressions.analyze(limit, Place.of(new Scope(scope.parent()), clause));
    PgType type = Typed.typeOf(analyzed);
    SqlNode converted =
        type == null
            ? analyzed
            : analysis.conversion.tryConvert(
                analyzed, PgTypes.INT8, io.duckgres.pgtype.PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw Analysis.at(
          new PgException(
              SqlState.DATATYPE_MISMATCH,
              "argument of "
                  + clause.text()
                  + " must be type bigint, not type "
                  + io.duckgres.pgtype.TypeNames.format(type)),
          Locations.leftmost(analyzed));
    }
    if (converted instanceof PgLiteral literal
        && literal.text() != null
        && literal.text().startsWith("-")) {
      throw new PgException(
          clause == Clause.LIMIT
              ? SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE
              : SqlState.INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE,
          clause.text() + " must not be negative");
    }
    return converted;
  }
}
