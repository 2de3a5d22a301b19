package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Arrays of users' enums and domains: as arrays of built-in types, and checked. */
final class OwnArrays {
  /** Functions that show their arguments. */
  private static final Set<String> SHOWING =
      Set.of(
          "array_to_string",
          "array_to_json",
          "to_json",
          "to_jsonb",
          "json_build_array",
          "jsonb_build_array",
          "json_build_object",
          "jsonb_build_object",
          "json_agg",
          "jsonb_agg",
          "json_object_agg",
          "jsonb_object_agg",
          "format",
          "concat",
          "concat_ws");

  private final Analysis analysis;

  OwnArrays(Analysis analysis) {
    this.analysis = analysis;
  }

  /** An argument of a function; those that only the catalog knows are shown as built-in types. */
  SqlNode argument(SqlNode node, String function) {
    return SHOWING.contains(function) ? builtIn(node) : node;
  }

  /** An array of enums as one of texts, of a domain as one of its base type; others as they are. */
  SqlNode builtIn(SqlNode node) {
    PgType type = Typed.typeOf(node);
    PgType element = type == null || !type.isArray() ? null : analysis.catalog.elementOf(type);
    if (element == null || element.kind() != TypeKind.ENUM && element.kind() != TypeKind.DOMAIN) {
      return node;
    }
    PgType plain =
        element.kind() == TypeKind.ENUM ? PgTypes.TEXT : analysis.coercions.baseOf(element);
    PgType array = analysis.coercions.arrayOf(plain);
    return array == null ? node : Conversion.cast(node, ArrayLevels.as(array, node));
  }

  /** The domain whose arrays these are; null for any other type. */
  PgType domainOf(PgType array) {
    PgType element = array.isArray() ? analysis.catalog.elementOf(array) : null;
    return element != null && element.kind() == TypeKind.DOMAIN ? element : null;
  }

  /** An array of a domain's base type as one of the domain. */
  SqlNode checked(SqlNode node, PgType array, PgType type) {
    Domain domain = analysis.catalog.domain(type);
    ExpressionType result = ArrayLevels.as(array, node);
    if (domain == null || !domain.notNull() && domain.checks().isEmpty()) {
      return Conversion.cast(node, result);
    }
    SqlNode element =
        new TemplateCall(
            node.getParserPosition(),
            Template.parse("element_"),
            List.of(),
            ExpressionType.of(analysis.coercions.baseOf(type)));
    StringBuilder before = new StringBuilder();
    String list = "{0}";
    for (int i = result.levels(); i > 1; i--) {
      before
          .append("list_transform(")
          .append(list)
          .append(", lambda level_")
          .append(i)
          .append(": ");
      list = "level_" + i;
    }
    return new TemplateCall(
        node.getParserPosition(),
        Template.parse(
            before
                + "list_transform("
                + list
                + ", lambda element_: {1})"
                + ")".repeat(result.levels() - 1)),
        List.of(node, DomainCheck.of(element, type, domain)),
        result);
  }
}
