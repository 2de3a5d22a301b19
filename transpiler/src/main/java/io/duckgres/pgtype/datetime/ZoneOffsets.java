package io.duckgres.pgtype.datetime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The offsets of a time zone; remembers the period that it was asked about last. */
public final class ZoneOffsets {
  private final ZoneId zone;
  private final ZoneRules rules;
  private long from = 1;
  private long to;
  private int offset;

  /** Those of one zone. */
  public ZoneOffsets(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
  }

  /**
   * Seconds east of UTC at a local time. In the hour that is skipped in spring the offset before it
   * counts, in the hour that is repeated in autumn standard time.
   *
   * <p>Source: {@code src/backend/utils/adt/datetime.c} (DetermineTimeZoneOffset).
   */
  public static int ofLocal(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change == null) {
      return rules.getOffset(local).getTotalSeconds();
    }
    if (change.isGap()) {
      return change.getOffsetBefore().getTotalSeconds();
    }
    return change.getOffsetAfter().getTotalSeconds();
  }

  public ZoneId zone() {
    return zone;
  }

  /** Seconds east of UTC at a moment in seconds since 1970. */
  public int at(long seconds) {
    if (seconds >= from && seconds < to) {
      return offset;
    }
    Instant instant = Instant.ofEpochSecond(seconds);
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    // The period may begin earlier; this much is certain.
    from = seconds;
    to = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    ZoneOffsetTransition previous = rules.previousTransition(instant.plusNanos(1));
    if (previous == null) {
      from = Long.MIN_VALUE;
    } else if (previous.toEpochSecond() <= seconds) {
      from = previous.toEpochSecond();
    }
    return offset;
  }
}
