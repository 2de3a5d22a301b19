package io.duckgres.pgtype;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL 17's casts, read from its own {@code pg_cast}. */
public final class PgCasts {
  private static final List<PgCast> ALL = new ArrayList<>();
  private static final Map<Long, PgCast> BY_TYPES = new HashMap<>();

  static {
    for (TabSeparated.Row row : TabSeparated.read(PgCasts.class, "casts.tsv")) {
      PgType source = TypeNames.parseSimple(row.get("source"));
      PgType target = TypeNames.parseSimple(row.get("target"));
      if (source == null || target == null) {
        throw new IllegalStateException("casts.tsv names an unknown type");
      }
      PgCast cast =
          new PgCast(
              source,
              target,
              row.get("castmethod").equals("f") ? PgProcs.byOid(row.getInt("castfunc")) : null,
              context(row.get("castcontext").charAt(0)));
      ALL.add(cast);
      BY_TYPES.put(key(source, target), cast);
    }
  }

  private PgCasts() {}

  /** The cast from one built-in type to another, or null. */
  public static PgCast find(PgType source, PgType target) {
    return BY_TYPES.get(key(source, target));
  }

  /** All of them. */
  public static List<PgCast> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static PgCast.Context context(char code) {
    return switch (code) {
      case 'i' -> PgCast.Context.IMPLICIT;
      case 'a' -> PgCast.Context.ASSIGNMENT;
      case 'e' -> PgCast.Context.EXPLICIT;
      default -> throw new IllegalStateException("castcontext " + code);
    };
  }

  private static long key(PgType source, PgType target) {
    return ((long) source.oid() << 32) | (target.oid() & 0xFFFFFFFFL);
  }
}
