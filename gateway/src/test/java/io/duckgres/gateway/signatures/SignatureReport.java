package io.duckgres.gateway.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of the signatures by what becomes of them, and the list of those that are refused. */
final class SignatureReport {
  private static final class Counts {
    private int same;
    private int mapped;
    private final List<String> refused = new ArrayList<>();
  }

  private final Map<String, Counts> kinds = new TreeMap<>();

  /** The engine has it under the same name. */
  void same(Signature signature) {
    of(signature).same++;
  }

  /** A rule translates it. */
  void mapped(Signature signature) {
    of(signature).mapped++;
  }

  /** It gives an error that it is not supported. */
  void refused(Signature signature) {
    of(signature).refused.add(signature.name());
  }

  private Counts of(Signature signature) {
    return kinds.computeIfAbsent(signature.kind(), kind -> new Counts());
  }

  /** The document's lines about what is refused. */
  List<String> refusedLines() {
    return kinds.values().stream()
        .flatMap(counts -> counts.refused.stream())
        .map(SignatureReport::line)
        .toList();
  }

  private static String line(String name) {
    return "- `" + name + "`";
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append("# PostgreSQL's functions, operators and casts\n\n");
    out.append(
        "Every signature of PostgreSQL 17 that a query can call. *Same*: DuckDB has it with");
    out.append(" the same name and meaning. *Mapped*: it becomes an expression of DuckDB's or a");
    out.append(" function of ours. *Refused*: a call gives the error 0A000. A test renders this");
    out.append(" page, and compares the types of all results with PostgreSQL's.\n\n");
    out.append("| kind | same | mapped | refused |\n|---|---|---|---|\n");
    kinds.forEach(
        (kind, counts) ->
            out.append("| ")
                .append(kind)
                .append(" | ")
                .append(counts.same)
                .append(" | ")
                .append(counts.mapped)
                .append(" | ")
                .append(counts.refused.size())
                .append(" |\n"));
    kinds.forEach((kind, counts) -> refused(out, kind, counts.refused));
    return out.toString();
  }

  private static void refused(StringBuilder out, String kind, List<String> names) {
    if (!names.isEmpty()) {
      out.append("\n## Refused: ").append(kind).append("\n\n");
      names.forEach(name -> out.append(line(name)).append('\n'));
    }
  }
}
