package io.duckgres.pgtype;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL 17's functions, read from its own {@code pg_proc}. */
public final class PgProcs {
  private static final Map<Integer, PgProc> BY_OID = new LinkedHashMap<>();
  private static final Map<String, List<PgProc>> BY_NAME = new HashMap<>();

  static {
    Map<Integer, TabSeparated.Row> aggregates = new HashMap<>();
    for (TabSeparated.Row row : TabSeparated.read(PgProcs.class, "aggregates.tsv")) {
      aggregates.put(row.getInt("oid"), row);
    }
    for (TabSeparated.Row row : TabSeparated.read(PgProcs.class, "functions.tsv")) {
      PgProc proc = parse(row, aggregates.get(row.getInt("oid")));
      BY_OID.put(proc.oid(), proc);
      BY_NAME.computeIfAbsent(proc.name(), name -> new ArrayList<>()).add(proc);
    }
  }

  private PgProcs() {}

  private static final String DEFAULT = " DEFAULT ";

  /** The functions of {@code pg_catalog} with this name; empty when there is none. */
  public static List<PgProc> byName(String name) {
    return BY_NAME.getOrDefault(name, List.of());
  }

  /** The function with this OID, or null. */
  public static PgProc byOid(int oid) {
    return BY_OID.get(oid);
  }

  /** All of them, in the order of their OIDs. */
  public static Collection<PgProc> all() {
    return Collections.unmodifiableCollection(BY_OID.values());
  }

  private static PgProc parse(TabSeparated.Row row, TabSeparated.Row aggregate) {
    List<PgType> inputs = new ArrayList<>();
    for (String oid : words(row.get("proargtypes"), " ")) {
      inputs.add(type(oid));
    }
    List<String> names = braced(row.get("proargnames"));
    List<String> modes = braced(row.get("proargmodes"));
    List<String> allTypes = braced(row.get("proallargtypes"));
    List<String> inputNames = new ArrayList<>();
    List<PgProc.Output> outputs = new ArrayList<>();
    for (int i = 0; i < names.size() || i < modes.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      char mode = i < modes.size() ? modes.get(i).charAt(0) : 'i';
      if (mode == 'i' || mode == 'b' || mode == 'v') {
        inputNames.add(name);
      }
      if (mode == 'o' || mode == 'b' || mode == 't') {
        outputs.add(new PgProc.Output(name, type(allTypes.get(i))));
      }
    }
    int variadic = row.getInt("provariadic");
    String aggregateKind = aggregate == null ? " " : aggregate.get("aggkind");
    return new PgProc(
        row.getInt("oid"),
        row.get("proname"),
        kind(row.get("prokind").charAt(0)),
        inputs,
        names.isEmpty() ? List.of() : inputNames,
        defaults(row),
        variadic == 0 ? null : PgTypes.byOid(variadic),
        result(row.get("result"), row.get("returns")),
        row.getBoolean("proretset"),
        row.getBoolean("proisstrict"),
        row.get("provolatile").charAt(0),
        outputs,
        aggregate == null ? 0 : aggregate.getInt("aggnumdirectargs"),
        aggregateKind.charAt(0));
  }

  /** The constants behind DEFAULT, their types left out, of the last arguments. */
  private static List<String> defaults(TabSeparated.Row row) {
    List<String> defaults = new ArrayList<>();
    if (row.getInt("pronargdefaults") > 0) {
      for (String argument : words(row.get("arguments"), ", ")) {
        int at = argument.indexOf(DEFAULT);
        if (at >= 0) {
          String value = argument.substring(at + DEFAULT.length()).split("::", 2)[0];
          defaults.add(value.equals("NULL") ? null : value.replace("'", ""));
        }
      }
    }
    return defaults;
  }

  private static PgType result(String result, String returns) {
    PgType type = TypeNames.parseSimple(returns);
    if (type == null) {
      throw new IllegalStateException("functions.tsv names the unknown type " + result);
    }
    return type;
  }

  private static PgType type(String oid) {
    PgType type = PgTypes.byOid(Integer.parseInt(oid));
    if (type == null) {
      throw new IllegalStateException("functions.tsv names the unknown type " + oid);
    }
    return type;
  }

  private static PgProc.Kind kind(char prokind) {
    return switch (prokind) {
      case 'f' -> PgProc.Kind.FUNCTION;
      case 'a' -> PgProc.Kind.AGGREGATE;
      case 'w' -> PgProc.Kind.WINDOW;
      case 'p' -> PgProc.Kind.PROCEDURE;
      default -> throw new IllegalStateException("prokind " + prokind);
    };
  }

  private static List<String> words(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
  }

  private static List<String> braced(String array) {
    if (array.length() <= 2) {
      return List.of();
    }
    List<String> elements = new ArrayList<>();
    for (String element : words(array.substring(1, array.length() - 1), ",")) {
      elements.add(element.equals("\"\"") ? "" : element);
    }
    return elements;
  }
}
