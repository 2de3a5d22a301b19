package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.Template;
import java.util.List;

/**
 * What becomes of one signature of PostgreSQL's. Exactly one of the ways is given.
 *
 * @param signature {@code date_mi(date,date)}; a cast is {@code cast(float8,text)}
 * @param same DuckDB has the function or operator under the same name, with the same meaning
 * @param name the engine's name of the function, called with the same arguments and options
 * @param wrap template around the call as {@code {0}}; null for none
 * @param sql template over the arguments; null unless given
 * @param list template for a list of the rows of a set-returning function
 * @param table template for a table function of the engine's, for use in FROM with arguments that
 *     mention no columns
 * @param columns templates of the columns of a function that returns records; each may unnest
 * @param text template over the arguments with numerics as text, for numerics whose number of
 *     decimals differs from value to value; the result is of that form too
 * @param parts other aggregates over the same rows that {@code sql} or {@code text} combines
 * @param collect template over all values of a numeric aggregate, as one text with blanks between
 *     them, for numerics as text
 * @param checked template that computes the same and raises what the engine's float arithmetic does
 *     not, used where the engine's own result is suspicious
 * @param finite the template where all intervals among the arguments are finite constants
 * @param session the session's value that it gives; null for none
 * @param output the arguments are wanted as the texts that PostgreSQL shows them as
 * @param padded a first argument of char(n) is wanted with its blanks
 * @param elements template over the arguments with elements of ranges as text; an element as result
 *     comes as text too
 * @param refuse why it can't be offered; null when it can
 */
record FunctionRow(
    String signature,
    boolean same,
    String name,
    Template wrap,
    Template sql,
    Template list,
    Template table,
    List<Template> columns,
    Template text,
    List<AggregateParts.Part> parts,
    Template collect,
    Template checked,
    Template finite,
    SessionValue session,
    boolean output,
    boolean padded,
    Template elements,
    String refuse) {}
