package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.SessionStatement;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.TypeName;
import java.util.Collection;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** What utility statements need of the analysis of names and types, within one session. */
public interface DefinitionAnalysis {

  /**
   * The type that a name stands for.
   *
   * @throws io.duckgres.pgtype.PgException 42704 when there is none
   */
  ExpressionType type(TypeName name);

  /**
   * Analyses an expression and writes it in the engine's SQL.
   *
   * @param expression as parsed
   * @param place where it stands; decides what may be in it
   * @param scope the relation whose columns it may name without qualification; it need not exist
   *     yet. Null for none
   * @param target the type that it is assigned to, or null to leave its own. For {@link
   *     ExpressionPlace#CHECK} boolean is demanded in any case
   * @return the engine's SQL, which holds no parameters
   * @throws io.duckgres.pgtype.PgException the analysis' errors; 0A000 when it holds a value that
   *     only the session knows
   */
  EngineExpression expression(
      SqlNode expression, ExpressionPlace place, Relation scope, ExpressionType target);

  /**
   * A view's query in PostgreSQL's words.
   *
   * @param columns names of the view's columns
   * @return as {@link io.duckgres.transpiler.catalog.ShownText#stored()} gives it; null when the
   *     query has no form of PostgreSQL's
   */
  String shownView(SqlNode query, List<String> columns);

  /**
   * What can be changed through a view.
   *
   * @param obstacle why nothing can, in PostgreSQL's words; null when something can
   * @param columns the columns that can be changed, by their place
   */
  record Updatability(String obstacle, List<Integer> columns) {}

  /**
   * A view's query once a relation that it reads has other names.
   *
   * @param text the query in PostgreSQL's words
   * @param columns names of the view's columns
   * @param searchPath by which the text is read and written
   * @return as {@link #shownView} gives it; null when the query has no such form
   */
  String renamedView(
      String text, List<String> columns, List<String> searchPath, Relation before, Relation after);

  /** A query that is kept as text, in the engine's SQL. */
  String engineQuery(String text, List<String> searchPath, CatalogSnapshot catalog);

  /** What could be changed through a view of this query. */
  Updatability updatability(SqlNode query);

  /**
   * Checks the body of a function that is about to be created.
   *
   * @throws io.duckgres.pgtype.PgException what is wrong with it
   */
  void checkRoutine(Routine routine);

  /** A function's standard body in PostgreSQL's words, or else as it was written. */
  String shownRoutine(Routine routine);

  /** The users' functions that were called by what has been analysed so far. */
  Collection<Routine> called();

  /**
   * How PostgreSQL names an index', from the expression as parsed.
   *
   * @return null when it has no better name than {@code expr}
   */
  String keyName(SqlNode expression);

  /**
   * Analyses a query whose result is stored, so that each value is in the engine's usual
   * representation of its type.
   */
  EngineQuery query(SqlNode query);

  /**
   * The query of a cursor.
   *
   * @param plan what gives the rows
   * @param rowsOf see {@link StatementPlan.DeclareCursor}
   */
  record CursorQuery(StatementPlan.Engine plan, int rowsOf) {}

  /** Plans the query of a cursor. */
  CursorQuery cursor(SqlNode query);

  /** Plans a query or a change of rows as it is planned when the client sends it alone. */
  StatementPlan.Engine data(SqlNode statement);

  /**
   * Plans the arguments of EXECUTE as a query of one row.
   *
   * @param execute with at least one argument
   */
  StatementPlan.Engine arguments(SessionStatement.Execute execute);

  /** Plans the statements of a procedure. */
  StatementPlan call(SessionStatement.Call call);

  /** The statement inside PREPARE, ready to be planned with the types that EXECUTE gives. */
  Statement prepared(SessionStatement.Prepare prepare);
}
