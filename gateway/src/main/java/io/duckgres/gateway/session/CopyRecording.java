package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.copy.CopyInput;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.ArrayList;
import java.util.List;

/** The data of COPY FROM, kept on their way so that the transaction can be repeated. */
final class CopyRecording implements CopyInput {
  /** Bytes up to which data are kept. */
  private static final long MOST = 16L << 20;

  private final StatementPlan.CopyFrom plan;
  private final CopyInput input;
  private final boolean repeats;
  private final List<byte[]> data = new ArrayList<>();
  private long size;

  CopyRecording(StatementPlan.CopyFrom plan, CopyInput input) {
    this.plan = plan;
    this.input = input;
    repeats = plan.where() == null && !needsDefaults(plan);
  }

  /** Defaults may draw from sequences. */
  private static boolean needsDefaults(StatementPlan.CopyFrom plan) {
    boolean missing = false;
    for (Attribute column : plan.relation().attributes()) {
      missing |= column.defaultExpression() != null && !plan.columns().contains(column);
    }
    return missing || plan.options().defaultText() != null;
  }

  @Override
  public byte[] next() {
    byte[] piece = input.next();
    if (piece != null && repeats && size <= MOST) {
      size += piece.length;
      data.add(piece);
      if (size > MOST) {
        data.clear();
      }
    }
    return piece;
  }

  /** What is to be remembered of it, once it is done. */
  Journal.Entry entry(long rows, FormatSettings settings) {
    if (!repeats) {
      return new Journal.Obstacle("COPY FROM that uses defaults or WHERE");
    }
    if (size > MOST) {
      return new Journal.Obstacle("COPY FROM of more than " + (MOST >> 20) + " MB");
    }
    return new Journal.Copy(plan, List.copyOf(data), rows, settings);
  }
}
