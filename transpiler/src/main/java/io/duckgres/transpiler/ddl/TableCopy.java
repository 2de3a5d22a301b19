package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.statement.SequenceOptions;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.TableElement.LikeOption;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What LIKE in CREATE TABLE copies of a table. Indexes that are only recorded are left out.
 *
 * <p>Source: {@code src/backend/parser/parse_utilcmd.c} (transformTableLikeClause,
 * expandTableLikeClause, generateClonedIndexStmt).
 */
final class TableCopy {
  private static final Pattern CALL = Pattern.compile("\\(*([a-z_][a-z_0-9]*)\\(.*");

  private final DefinitionContext context;
  private final TableElement.Like like;
  private final Relation source;
  private final StoredTable stored;

  TableCopy(DefinitionContext context, TableElement.Like like) {
    this.context = context;
    this.like = like;
    this.source = context.lookup().existing(like.source(), like.source().start());
    this.stored =
        source.kind() == Relation.Kind.TABLE
            ? TableRebuild.stored(context, source)
            : new StoredTable(List.of(), List.of(), null, List.of(), List.of());
  }

  private boolean copies(LikeOption option) {
    return like.including().contains(option);
  }

  /** The columns, after so many others. */
  List<ColumnSpec> columns(int before, OwnedSequences sequences) {
    List<ColumnSpec> columns = new ArrayList<>();
    for (Attribute attribute : source.attributes()) {
      columns.add(column(attribute, before + columns.size() + 1, sequences));
    }
    return columns;
  }

  private ColumnSpec column(Attribute attribute, int number, OwnedSequences sequences) {
    if (attribute.type() == null) {
      throw Errors.notSupported(
          like.source().start(), "LIKE a table with a column of type " + attribute.engineType());
    }
    ExpressionType type = ExpressionType.ofDeclared(attribute);
    boolean identity = attribute.identity() != null;
    ColumnSpec column =
        new ColumnSpec(
            number,
            attribute.name(),
            type,
            context.types().storage(type, attribute.name(), like.source().start()),
            attribute.notNull(),
            null,
            null,
            null,
            identity && copies(LikeOption.IDENTITY) ? attribute.identity() : null);
    if (column.identity() != null) {
      return sequences.addTo(column, options(attribute.name()));
    }
    if (attribute.generated()) {
      return copies(LikeOption.GENERATED)
          ? column.withGeneration(attribute.defaultExpression(), null)
          : column;
    }
    return copiesDefault(attribute)
        ? column.withDefault(attribute.defaultExpression(), attribute.defaultExpression())
        : column;
  }

  private boolean copiesDefault(Attribute attribute) {
    return copies(LikeOption.DEFAULTS)
        && attribute.defaultExpression() != null
        && attribute.identity() == null
        && !attribute.generated();
  }

  /** Options of the sequence behind an identity column. */
  private SequenceOptions options(String column) {
    for (SequenceState state : context.catalog().sequences()) {
      boolean owned =
          state.relation().schema().equals(source.schema())
              && source.name().equals(state.record().table())
              && column.equals(state.record().column());
      if (owned) {
        return new SequenceOptions(
            null,
            state.record().start(),
            state.increment(),
            state.minimum(),
            state.maximum(),
            state.cycle(),
            null,
            null,
            null);
      }
    }
    return SequenceOptions.NONE;
  }

  /** Adds the checks, keys and constraints UNIQUE NULLS NOT DISTINCT. */
  void constrain(ConstraintPlanner constraints) {
    for (StoredTable.Constraint constraint : stored.constraints()) {
      ConstraintRecord.Kind kind = constraint.record().kind();
      if (kind != ConstraintRecord.Kind.FOREIGN_KEY
          && copies(
              kind == ConstraintRecord.Kind.CHECK ? LikeOption.CONSTRAINTS : LikeOption.INDEXES)) {
        constraints.addCopy(constraint);
      }
    }
    for (StoredTable.Index index : stored.indexes()) {
      if (copies(LikeOption.INDEXES) && isConstraint(index)) {
        constraints.addIndexed(
            index.record().keys().stream().map(IndexRecord.Key::column).toList());
      }
    }
  }

  private static boolean isConstraint(StoredTable.Index index) {
    return index.record() != null && index.record().constraint();
  }

  /**
   * The statements for indexes and comments, when the table is there.
   *
   * @param taken names of constraints
   */
  void after(NewObject table, Set<String> taken, Steps steps) {
    for (Attribute attribute : source.attributes()) {
      if (copiesDefault(attribute) || attribute.generated() && copies(LikeOption.GENERATED)) {
        steps.addAll(
            context
                .records()
                .defaultCopied(
                    table.schema(),
                    table.name(),
                    attribute.name(),
                    source.schema(),
                    source.name()));
      }
    }
    if (copies(LikeOption.INDEXES)) {
      Set<String> names = new HashSet<>(taken);
      stored.indexes().stream()
          .filter(index -> !isConstraint(index))
          .forEach(index -> index(index, table, names, steps));
    }
    if (copies(LikeOption.COMMENTS)) {
      for (StoredTable.ColumnComment comment : stored.columnComments()) {
        context.records().commented();
        steps.add(
            "COMMENT ON COLUMN "
                + table.sql()
                + "."
                + EngineSql.name(comment.column())
                + " IS "
                + EngineSql.literal(comment.comment()));
      }
    }
  }

  private void index(StoredTable.Index index, NewObject table, Set<String> names, Steps steps) {
    IndexRecord record = index.record();
    List<String> keys = new ArrayList<>();
    for (String text : record == null ? index.keys() : record.keyTexts()) {
      keys.add(keyName(text));
    }
    String name =
        GeneratedNames.free(
            table.name(),
            GeneratedNames.addition(keys),
            "idx",
            taken ->
                names.contains(taken) || context.catalog().relation(table.schema(), taken) != null);
    names.add(name);
    StoredTable.Index copy =
        new StoredTable.Index(
            name,
            table.sibling(name).engineName(),
            index.unique(),
            index.keys(),
            copies(LikeOption.COMMENTS) ? index.comment() : null,
            record);
    steps.addAll(IndexRecreation.create(copy, table, name));
    if (record != null) {
      steps.addAll(
          context.records().indexCreated(table.schema(), name, record.ofTable(table.name())));
    }
  }

  /** A column's name, that of a function that is called, or {@code expr}. */
  private String keyName(String text) {
    for (Attribute attribute : source.attributes()) {
      if (text.equals(attribute.name()) || text.equals(EngineSql.name(attribute.name()))) {
        return attribute.name();
      }
    }
    Matcher call = CALL.matcher(text);
    return call.matches() ? call.group(1) : "expr";
  }
}
