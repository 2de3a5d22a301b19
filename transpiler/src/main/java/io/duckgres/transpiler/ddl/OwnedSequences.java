package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SequenceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sequences behind serial and identity columns of one table: created before it, owned by it
 * afterwards, so that they vanish with it.
 *
 * <p>Source: {@code src/backend/parser/parse_utilcmd.c} (generateSerialExtraStmts).
 */
final class OwnedSequences {
  private final DefinitionContext context;
  private final NewObject table;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  OwnedSequences(DefinitionContext context, NewObject table) {
    this.context = context;
    this.table = table;
  }

  /**
   * A sequence for a column.
   *
   * @return the column with its default
   */
  ColumnSpec addTo(ColumnSpec column, SequenceOptions options) {
    PgType type = column.type().type();
    if (!isInteger(type)) {
      throw Errors.of(
          SqlState.INVALID_PARAMETER_VALUE,
          "identity column type must be smallint, integer, or bigint");
    }
    NewObject sequence = name(column.name(), options.sequenceName());
    SequenceDefinition definition = SequenceDefinition.of(options, type);
    before.add(definition.sql(sequence));
    after.addAll(own(context, sequence, definition.record(type), table, column.name()));
    String text =
        column.identity() != null
            ? null
            : "nextval(" + EngineSql.literal(shownName(sequence)) + "::regclass)";
    return column.withDefault("nextval(" + EngineSql.literal(sequence.sql()) + ")", text);
  }

  /**
   * The statements that make a column own a sequence. Only a temporary one's owner is the engine's
   * matter, since nothing is recorded of temporary objects: the engine can't set the value of a
   * sequence that has an owner.
   */
  static List<String> own(
      DefinitionContext context,
      NewObject sequence,
      SequenceRecord record,
      NewObject table,
      String column) {
    if (sequence.temporary()) {
      return List.of("ALTER SEQUENCE " + sequence.sql() + " OWNED BY " + table.ownerSql());
    }
    return context
        .records()
        .sequenceChanged(sequence.schema(), sequence.name(), record.ownedBy(table.name(), column));
  }

  /** Statements before the table is created. */
  List<String> before() {
    return before;
  }

  /** Statements after the table was created. */
  List<String> after() {
    return after;
  }

  static boolean isInteger(PgType type) {
    return type.equals(PgTypes.INT2) || type.equals(PgTypes.INT4) || type.equals(PgTypes.INT8);
  }

  private NewObject name(String column, ObjectName given) {
    if (given != null) {
      return context.lookup().creation(given, table.temporary());
    }
    String free =
        GeneratedNames.free(
            table.name(),
            column,
            "seq",
            name ->
                names.contains(name) || context.catalog().relation(table.schema(), name) != null);
    names.add(free);
    return table.sibling(free);
  }

  /** The sequence as regclass shows it: with its schema where the search path does not reach. */
  private String shownName(NewObject sequence) {
    boolean visible =
        sequence.temporary() || context.session().searchPath().contains(sequence.schema());
    return visible
        ? quoted(sequence.name())
        : quoted(sequence.schema()) + "." + quoted(sequence.name());
  }

  private static String quoted(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }
    return plain ? name : EngineSql.name(name);
  }
}
