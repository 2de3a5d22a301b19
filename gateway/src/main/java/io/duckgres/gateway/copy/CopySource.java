package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.engine.EngineColumn;
import io.duckgres.gateway.engine.RowSink;
import io.duckgres.gateway.engine.RowSource;
import io.duckgres.pgtype.PgEncoding;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;
import java.util.function.Consumer;

/** The rows of COPY FROM, parsed while the engine takes them in. */
public abstract sealed class CopySource implements RowSource permits LineSource, BinarySource {
  final StatementPlan.CopyFrom plan;
  final CopyTarget target;
  final CopyPlace place;
  private boolean ended;

  CopySource(StatementPlan.CopyFrom plan, CopyTarget target) {
    this.plan = plan;
    this.target = target;
    place = new CopyPlace(plan.relation().name(), plan.options().isBinary());
  }

  /**
   * The source of a COPY.
   *
   * @param input the client's data
   * @param settings the session's
   * @param catalog knows users' types
   * @param notices is told, in words, of rows that are left out
   */
  public static CopySource of(
      StatementPlan.CopyFrom plan,
      CopyInput input,
      FormatSettings settings,
      CatalogSnapshot catalog,
      Consumer<String> notices) {
    CopyTarget target = new CopyTarget(plan, settings, catalog);
    PgEncoding encoding = plan.options().encoding();
    boolean decoded = !plan.options().isBinary() && encoding != PgEncoding.UTF8;
    CopyBuffer buffer = new CopyBuffer(decoded ? new DecodedInput(input, encoding) : input);
    return plan.options().isBinary()
        ? new BinarySource(plan, target, buffer)
        : new LineSource(plan, target, buffer, notices);
  }

  /** The INSERT that takes the rows in, given the FROM item that they are read from. */
  public final String sql(String source) {
    return target.sql(source);
  }

  /** An error with the place in the data where it came up, unless it has a context already. */
  public final PgException located(PgException error) {
    return place.in(error);
  }

  /** An error that the engine found in one of the rows that it was given last. */
  public final PgException locatedInTable(PgException error) {
    return error.where() == null ? error.withWhere("COPY " + plan.relation().name()) : error;
  }

  @Override
  public final List<EngineColumn> columns() {
    return target.engineColumns();
  }

  @Override
  public final int fill(RowSink sink, int capacity) {
    int row = 0;
    try {
      while (row < capacity && !ended) {
        if (read(sink, row)) {
          row++;
        } else {
          ended = true;
        }
      }
      return row;
    } catch (PgException e) {
      throw located(e);
    }
  }

  /** Reads the next row; false at the end. */
  abstract boolean read(RowSink sink, int row);

  /** Puts a value that is known to be none, or the default. */
  final void putNull(RowSink sink, int column, int row) {
    sink.setNull(column, row);
  }

  final void putDefault(RowSink sink, int column, int row, boolean wanted) {
    if (target.defaults[column] >= 0) {
      sink.setBoolean(target.defaults[column], row, wanted);
    }
  }

  /**
   * Refuses a row without a value where there must be one. A condition is looked at first, so then
   * it is left to the engine.
   *
   * @param shown the row's values for the detail line
   */
  final void checkNotNull(boolean[] isNull, Consumer<StringBuilder> shown) {
    if (plan.where() != null) {
      return;
    }
    for (Attribute column : plan.relation().attributes()) {
      if (!column.notNull() || column.generated()) {
        continue;
      }
      int index = target.columns.indexOf(column);
      if (index >= 0 && plan.checks().containsKey(column.name())) {
        // Its domain is looked at first, by the engine.
        continue;
      }
      boolean missing = index < 0 ? !CopyTarget.hasDefault(column) : isNull[index];
      if (missing) {
        StringBuilder row = new StringBuilder("Failing row contains (");
        shown.accept(row);
        throw notNull(column).withDetail(row.append(").").toString());
      }
    }
  }

  private PgException notNull(Attribute column) {
    String table = plan.relation().name();
    return new PgException(
            SqlState.NOT_NULL_VIOLATION,
            "null value in column \""
                + column.name()
                + "\" of relation \""
                + table
                + "\" violates not-null constraint")
        .withObject(
            new PgException.ErrorObject(
                plan.relation().schema(), table, column.name(), null, null));
  }
}
