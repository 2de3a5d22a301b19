package io.duckgres.gateway.engine;

import io.duckgres.pgtype.SqlState;
import java.util.List;
import java.util.regex.Pattern;

/**
 * DuckDB's errors and what PostgreSQL says in their place; the first row that matches wins.
 *
 * <p>A pattern is matched against the whole message without its class, lines included. In the
 * templates {@code {1}} is the pattern's first group, {@code {1:type}} that group as a DuckDB type
 * in PostgreSQL's spelling, {@code {1:columns}} and {@code {1:values}} the two sides of a key such
 * as {@code a: 1, b: 2}.
 */
final class EngineErrorRows {
  /**
   * One row.
   *
   * @param kind DuckDB's class of error; null for any
   * @param pattern what the message looks like
   * @param state PostgreSQL's SQLSTATE
   * @param message template of PostgreSQL's message
   * @param detail template of the detail line, or null
   */
  record Row(String kind, Pattern pattern, SqlState state, String message, String detail) {}

  static final List<Row> ROWS =
      List.of(
          // Names.
          row(
              "Catalog",
              "Table with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_TABLE,
              "relation \"{1}\" does not exist"),
          row(
              "Catalog",
              "View with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_TABLE,
              "view \"{1}\" does not exist"),
          row(
              "Catalog",
              "Sequence with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_TABLE,
              "relation \"{1}\" does not exist"),
          row(
              "Catalog",
              "Index with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_OBJECT,
              "index \"{1}\" does not exist"),
          row(
              "Catalog",
              "Schema with name \"?(.+?)\"? does not exist.*",
              SqlState.INVALID_SCHEMA_NAME,
              "schema \"{1}\" does not exist"),
          row(
              "Catalog",
              "Type with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_OBJECT,
              "type \"{1}\" does not exist"),
          row(
              "Catalog",
              "(?:Scalar|Table|Aggregate|Macro|Table Macro|Pragma|Window) ?Function with name"
                  + " \"?(.+?)\"? (?:does not exist|is not in the catalog).*",
              SqlState.UNDEFINED_FUNCTION,
              "function {1} does not exist"),
          row(
              "Catalog",
              "Collation with name \"?(.+?)\"? does not exist.*",
              SqlState.UNDEFINED_OBJECT,
              "collation \"{1}\" for encoding \"UTF8\" does not exist"),
          row(
              "Catalog",
              "(?:unrecognized configuration parameter|Setting with name) \"(.+?)\".*",
              SqlState.UNDEFINED_OBJECT,
              "unrecognized configuration parameter \"{1}\""),
          row(
              "Catalog",
              "(?:Table|View|Sequence|Index|Materialized View) with name \"?(.+?)\"? already"
                  + " exists.*",
              SqlState.DUPLICATE_TABLE,
              "relation \"{1}\" already exists"),
          row(
              "Catalog",
              "Schema with name \"?(.+?)\"? already exists.*",
              SqlState.DUPLICATE_SCHEMA,
              "schema \"{1}\" already exists"),
          row(
              "Catalog",
              "Type with name \"?(.+?)\"? already exists.*",
              SqlState.DUPLICATE_OBJECT,
              "type \"{1}\" already exists"),
          row(
              "Catalog",
              ".*(?:Function|Macro) with name \"?(.+?)\"? already exists.*",
              SqlState.DUPLICATE_FUNCTION,
              "function \"{1}\" already exists with same argument types"),
          row(
              "Catalog",
              "Column with name \"?(.+?)\"? already exists.*",
              SqlState.DUPLICATE_COLUMN,
              "column \"{1}\" specified more than once"),
          row(
              "Catalog",
              "Could not rename \".+?\" to \"(.+?)\": another entry with this name already"
                  + " exists.*",
              SqlState.DUPLICATE_TABLE,
              "relation \"{1}\" already exists"),
          row(
              "Catalog",
              "Existing object (.+?) is of type (.+?), trying to (?:drop|replace with) type"
                  + " (Table|View|Sequence|Index).*",
              SqlState.WRONG_OBJECT_TYPE,
              "\"{1}\" is not a {3:lower}"),
          row(
              "Catalog",
              "Could not drop the table because this table is main key table of the table"
                  + " \"(.+?)\".*",
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "cannot drop table because other objects depend on it",
              "a foreign key constraint on table {1} depends on it"),
          row(
              "Dependency",
              "Cannot (drop|alter) entry \"(.+?)\" because there are entries that depend on it.*",
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "cannot {1} {2} because other objects depend on it"),
          row(
              "Catalog",
              "Cannot change the type of this column: an index depends on it.*",
              SqlState.FEATURE_NOT_SUPPORTED,
              "changing the type of an indexed column is not supported"),
          // Columns.
          row(
              "Binder",
              "Referenced column \"(.+?)\" (?:not found|was not found).*",
              SqlState.UNDEFINED_COLUMN,
              "column \"{1}\" does not exist"),
          row(
              "Binder",
              "Referenced update column (.+?) not found in table.*",
              SqlState.UNDEFINED_COLUMN,
              "column \"{1}\" of relation does not exist"),
          row(
              "Binder",
              "Table \"(.+?)\" does not have a column with name \"(.+?)\".*",
              SqlState.UNDEFINED_COLUMN,
              "column \"{2}\" of relation \"{1}\" does not exist"),
          row(
              "Binder",
              "Table \"(.+?)\" does not have a column named \"(.+?)\".*",
              SqlState.UNDEFINED_COLUMN,
              "column {1}.{2} does not exist"),
          row(
              "Binder",
              "Referenced table \"(.+?)\" not found.*",
              SqlState.UNDEFINED_TABLE,
              "missing FROM-clause entry for table \"{1}\""),
          row(
              "Binder",
              "Ambiguous reference to column name \"(.+?)\".*",
              SqlState.AMBIGUOUS_COLUMN,
              "column reference \"{1}\" is ambiguous"),
          row(
              "Binder",
              "column \"(.+?)\" must appear in the GROUP BY clause.*",
              SqlState.GROUPING_ERROR,
              "column \"{1}\" must appear in the GROUP BY clause or be used in an aggregate"
                  + " function"),
          row(
              "Binder",
              "aggregate function calls cannot be nested.*",
              SqlState.GROUPING_ERROR,
              "aggregate function calls cannot be nested"),
          row(
              "Binder",
              "(WHERE|HAVING|JOIN|GROUP BY|RETURNING)(?: clause)? cannot contain aggregates.*",
              SqlState.GROUPING_ERROR,
              "aggregate functions are not allowed in {1}"),
          row(
              "Binder",
              "(WHERE|HAVING|GROUP BY)(?: clause)? cannot contain window functions.*",
              SqlState.WINDOWING_ERROR,
              "window functions are not allowed in {1}"),
          row(
              "Binder",
              "Set operations can only apply to expressions with the same number of result"
                  + " columns.*",
              SqlState.SYNTAX_ERROR,
              "each set-operation query must have the same number of columns"),
          row(
              "Parser",
              "VALUES lists must all be the same length.*",
              SqlState.SYNTAX_ERROR,
              "VALUES lists must all be the same length"),
          row(
              "Binder",
              "table (.+?) has (\\d+) columns but (\\d+) values were supplied.*",
              SqlState.SYNTAX_ERROR,
              "INSERT has {3} expressions but table \"{1}\" has {2} columns"),
          row(
              "Binder",
              "Cannot insert into a generated column.*",
              SqlState.GENERATED_ALWAYS,
              "cannot insert a non-DEFAULT value into a generated column"),
          // Functions and types.
          row(
              "Binder",
              "No function matches the given name and argument types '(.+?)\\((.*?)\\)'.*",
              SqlState.UNDEFINED_FUNCTION,
              "function {1}({2:types}) does not exist"),
          row(
              "Binder",
              "Could not choose a best candidate function for the function call"
                  + " \"(.+?)\\((.*?)\\)\".*",
              SqlState.AMBIGUOUS_FUNCTION,
              "function {1}({2:types}) is not unique"),
          row(
              "Binder",
              "Macro (.+?)\\((.*?)\\) does not support the supplied arguments.*",
              SqlState.UNDEFINED_FUNCTION,
              "function {1}({2:types}) does not exist"),
          row(
              "Binder",
              "Cannot compare values of type (.+?) and type (.+?)(?: -| in).*",
              SqlState.UNDEFINED_FUNCTION,
              "operator does not exist: {1:type} = {2:type}"),
          row(
              null,
              "Unimplemented type for cast \\((.+) -> (.+)\\).*",
              SqlState.CANNOT_COERCE,
              "cannot cast type {1:type} to {2:type}"),
          row(
              "Binder",
              "Cannot mix values of type (.+?) and (.+?) in (UNION|INTERSECT|EXCEPT|CASE|VALUES).*",
              SqlState.DATATYPE_MISMATCH,
              "{3} types {1:type} and {2:type} cannot be matched"),
          // Constraints.
          row(
              "Constraint",
              "Duplicate key \"(.+)\" violates (?:primary key|unique) constraint.*",
              SqlState.UNIQUE_VIOLATION,
              "duplicate key value violates unique constraint",
              "Key ({1:columns})=({1:values}) already exists."),
          row(
              "Constraint",
              "PRIMARY KEY or UNIQUE constraint violat(?:ed|ion): duplicate key \"(.+)\".*",
              SqlState.UNIQUE_VIOLATION,
              "duplicate key value violates unique constraint",
              "Key ({1:columns})=({1:values}) already exists."),
          row(
              "Constraint",
              "NOT NULL constraint failed: (.+)\\.(.+?)",
              SqlState.NOT_NULL_VIOLATION,
              "null value in column \"{2}\" of relation \"{1}\" violates not-null constraint"),
          row(
              "Constraint",
              "CHECK constraint failed on table (.+?) with expression .*",
              SqlState.CHECK_VIOLATION,
              "new row for relation \"{1}\" violates check constraint"),
          row(
              "Constraint",
              "Violates foreign key constraint because key \"(.+)\" does not exist in the"
                  + " referenced table.*",
              SqlState.FOREIGN_KEY_VIOLATION,
              "insert or update on table violates foreign key constraint",
              "Key ({1:columns})=({1:values}) is not present in the referenced table."),
          row(
              "Constraint",
              "Violates foreign key constraint because key \"(.+)\" is still referenced.*",
              SqlState.FOREIGN_KEY_VIOLATION,
              "update or delete on table violates foreign key constraint on another table",
              "Key ({1:columns})=({1:values}) is still referenced from another table."),
          row(
              "Constraint",
              "NOT NULL constraint failed.*",
              SqlState.NOT_NULL_VIOLATION,
              "null value violates not-null constraint"),
          // Values.
          row(null, ".*[Dd]ivision by zero.*", SqlState.DIVISION_BY_ZERO, "division by zero"),
          row(
              "Conversion",
              "Could not convert string ['\"](.*)['\"] to UINT8.*",
              SqlState.INVALID_TEXT_REPRESENTATION,
              "invalid input value for enum: \"{1}\""),
          row(
              "Conversion",
              "Could not convert string ['\"]-?[0-9.]+['\"] to DECIMAL\\((\\d+,\\d+)\\).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "numeric field overflow",
              "{1:field}"),
          row(
              "Conversion",
              "Could not convert string ['\"](.*)['\"] to ([A-Za-z0-9(), ]+).*",
              SqlState.INVALID_TEXT_REPRESENTATION,
              "invalid input syntax for type {2:type}: \"{1}\""),
          row(
              "Conversion",
              "invalid (date|time|timestamp) field format: \"(.*)\", expected format.*",
              SqlState.INVALID_DATETIME_FORMAT,
              "invalid input syntax for type {1:type}: \"{2}\""),
          row(
              "Conversion",
              "(date|time|timestamp) field value out of range: \"(.*?)\".*",
              SqlState.DATETIME_FIELD_OVERFLOW,
              "date/time field value out of range: \"{2}\""),
          row(
              "Out of Range",
              "Date out of range.*",
              SqlState.DATETIME_FIELD_OVERFLOW,
              "date out of range"),
          row(
              null,
              "(?:Date out of range: -?[0-9]+-[0-9]+-[0-9]+|ICU date overflows timestamp range"
                  + "|Timestamp microseconds out of range|Timestamp out of range"
                  + "|Overflow exception in date/time -> timestamp conversion).*",
              SqlState.DATETIME_FIELD_OVERFLOW,
              "timestamp out of range"),
          row(
              null,
              "Unknown TimeZone '(.*?)'.*",
              SqlState.INVALID_PARAMETER_VALUE,
              "time zone \"{1}\" not recognized"),
          row(
              "Conversion",
              "extract specifier \"(.*?)\" not recognized.*",
              SqlState.INVALID_PARAMETER_VALUE,
              "unit \"{1}\" not recognized for type interval"),
          row(
              "Conversion",
              "Cannot cast empty string to BIT.*",
              SqlState.FEATURE_NOT_SUPPORTED,
              "an empty bit string is not supported"),
          row(
              "Conversion",
              "Malformed JSON .*",
              SqlState.INVALID_TEXT_REPRESENTATION,
              "invalid input syntax for type json"),
          row(
              null,
              "Type .+ with value .+ can't be cast (?:to the destination type (.+)|because the"
                  + " value is out of range for the destination type (.+))",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "{1:type}{2:type} out of range"),
          row(
              null,
              "Failed to cast decimal value .+ to type (INT\\d+).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "{1:type} out of range"),
          row(
              null,
              "The specified columns as conflict target are not referenced by a UNIQUE.*",
              SqlState.INVALID_COLUMN_REFERENCE,
              "there is no unique or exclusion constraint matching the ON CONFLICT specification"),
          row(
              null,
              "(DO UPDATE SET clause) cannot contain a subquery.*",
              SqlState.FEATURE_NOT_SUPPORTED,
              "a sub-query in ON CONFLICT DO UPDATE is not supported"),
          row(
              null,
              "Like pattern must not end with escape character!.*",
              SqlState.INVALID_ESCAPE_SEQUENCE,
              "LIKE pattern must not end with escape character"),
          row(
              null,
              "Casting value \".*\" to type DECIMAL\\((\\d+,\\d+)\\) failed: value is out of range!.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "numeric field overflow",
              "{1:field}"),
          row(
              null,
              "Overflow on abs\\(-32768\\).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "smallint out of range"),
          row(
              null,
              "Overflow on abs\\(-2147483648\\).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "integer out of range"),
          row(
              null,
              "Overflow on abs\\(.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "bigint out of range"),
          row(
              null,
              "Argument for ntile must be greater than zero.*",
              SqlState.INVALID_ARGUMENT_FOR_NTILE_FUNCTION,
              "argument of ntile must be greater than zero"),
          row(
              null,
              "PERCENTILEs can only take parameters in the range.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "percentile value is not between 0 and 1"),
          row(
              null,
              "Overflow in division of -32768 / -1.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "smallint out of range"),
          row(
              null,
              "Overflow in division of -2147483648 / -1.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "integer out of range"),
          row(
              null,
              "Overflow in division of -9223372036854775808 / -1.*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "bigint out of range"),
          row(
              null,
              "Could not cast value .+ to DECIMAL\\((\\d+,\\d+)\\).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "numeric field overflow",
              "{1:field}"),
          row(
              null,
              "(?:Overflow|Underflow) in [a-z]+ of (INT\\d+|INTERVAL|DECIMAL).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "{1:type} out of range"),
          row(
              null,
              "(?:SUM is out of range|Overflow in HUGEINT|Overflow in (?:HUGEINT )?addition).*",
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "value overflows numeric format"),
          row(
              null,
              "cannot take logarithm of (zero|a negative number).*",
              SqlState.INVALID_ARGUMENT_FOR_LOGARITHM,
              "cannot take logarithm of {1}"),
          row(
              null,
              "cannot take square root of a negative number.*",
              SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
              "cannot take square root of a negative number"),
          row(
              "Conversion",
              "Date and time not in timestamp range.*",
              SqlState.DATETIME_FIELD_OVERFLOW,
              "timestamp out of range"),
          row(
              "Invalid Input",
              "(?:missing|unexpected|invalid|bad|no argument for) ?.*[\\[\\]()*+?{}\\\\].*",
              SqlState.INVALID_REGULAR_EXPRESSION,
              "invalid regular expression"),
          row(
              "Out of Range",
              "Cannot create a string of size.*",
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "requested length too large"),
          row(
              "Invalid Input",
              "More than one row returned by a subquery used as an expression.*",
              SqlState.CARDINALITY_VIOLATION,
              "more than one row returned by a subquery used as an expression"),
          row(
              "Invalid Input",
              "Invalid UTF8 Codepoint.*",
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "requested character not valid for encoding"),
          row(
              "Invalid Input",
              "Cannot change configuration option \"(.+?)\" - the configuration has been locked.*",
              SqlState.INSUFFICIENT_PRIVILEGE,
              "permission denied to set parameter \"{1}\""),
          row(
              "Invalid Input",
              "Parameter count mismatch.*",
              SqlState.PROTOCOL_VIOLATION,
              "bind message supplies a wrong number of parameters"),
          // Transactions and resources.
          row(
              "TransactionContext",
              "Current transaction is aborted.*",
              SqlState.IN_FAILED_SQL_TRANSACTION,
              "current transaction is aborted, commands ignored until end of transaction block"),
          row(
              "TransactionContext",
              "cannot start a transaction within a transaction.*",
              SqlState.ACTIVE_SQL_TRANSACTION,
              "there is already a transaction in progress"),
          row(
              "TransactionContext",
              "cannot (?:commit|rollback) - no transaction is active.*",
              SqlState.NO_ACTIVE_SQL_TRANSACTION,
              "there is no transaction in progress"),
          row(
              null,
              ".*(?:Conflict on|[Tt]ransaction conflict|write-write conflict|Catalog write-write).*",
              SqlState.SERIALIZATION_FAILURE,
              "could not serialize access due to concurrent update"),
          row(
              "TransactionContext",
              "Failed to commit: .*[Dd]uplicate key \"(.+)\".*",
              SqlState.UNIQUE_VIOLATION,
              "duplicate key value violates unique constraint",
              "Key ({1:columns})=({1:values}) already exists."),
          row(
              "INTERRUPT",
              ".*",
              SqlState.QUERY_CANCELED,
              "canceling statement due to user request"),
          row("Out of Memory", ".*", SqlState.OUT_OF_MEMORY, "out of memory"),
          row(
              "Permission",
              "Cannot access (file|directory) \"(.+?)\".*",
              SqlState.INSUFFICIENT_PRIVILEGE,
              "permission denied for {1} \"{2}\""),
          row("Permission", ".*", SqlState.INSUFFICIENT_PRIVILEGE, "permission denied"),
          row("IO", ".*No space left.*", SqlState.DISK_FULL, "disk full"),
          // Whole classes, for what no row above knows: the engine's words, PostgreSQL's state.
          row("Parser", "(.*)", SqlState.SYNTAX_ERROR, "{1:line}"),
          row("Syntax", "(.*)", SqlState.SYNTAX_ERROR, "{1:line}"),
          row("Catalog", "(.*)", SqlState.UNDEFINED_OBJECT, "{1:line}"),
          row("Binder", "(.*)", SqlState.SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION, "{1:line}"),
          row("Constraint", "(.*)", SqlState.INTEGRITY_CONSTRAINT_VIOLATION, "{1:line}"),
          row("Conversion", "(.*)", SqlState.INVALID_TEXT_REPRESENTATION, "{1:line}"),
          row("Mismatch Type", "(.*)", SqlState.DATATYPE_MISMATCH, "{1:line}"),
          row("Invalid type", "(.*)", SqlState.DATATYPE_MISMATCH, "{1:line}"),
          row("Out of Range", "(.*)", SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "{1:line}"),
          row("Decimal", "(.*)", SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "{1:line}"),
          row("Divide by Zero", "(.*)", SqlState.DIVISION_BY_ZERO, "division by zero"),
          row("Not implemented", "(.*)", SqlState.FEATURE_NOT_SUPPORTED, "{1:line}"),
          row(
              "Sequence",
              "currval: sequence is not yet defined in this session.*",
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "currval of sequence is not yet defined in this session"),
          row("Sequence", "(.*)", SqlState.SEQUENCE_GENERATOR_LIMIT_EXCEEDED, "{1:line}"),
          row("Dependency", "(.*)", SqlState.DEPENDENT_OBJECTS_STILL_EXIST, "{1:line}"),
          row("TransactionContext", "(.*)", SqlState.INVALID_TRANSACTION_STATE, "{1:line}"),
          row("Invalid Input", "(.*)", SqlState.INVALID_PARAMETER_VALUE, "{1:line}"),
          row("Parameter Not Allowed", "(.*)", SqlState.INVALID_PARAMETER_VALUE, "{1:line}"),
          row("Invalid Configuration", "(.*)", SqlState.INVALID_PARAMETER_VALUE, "{1:line}"));

  private EngineErrorRows() {}

  private static Row row(String kind, String pattern, SqlState state, String message) {
    return row(kind, pattern, state, message, null);
  }

  private static Row row(
      String kind, String pattern, SqlState state, String message, String detail) {
    return new Row(kind, Pattern.compile(pattern, Pattern.DOTALL), state, message, detail);
  }
}
