package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.PublicationObjectContext;
import io.duckgres.grammar.PostgresParser.PublicationObjectsContext;
import io.duckgres.grammar.PostgresParser.PublicationTableContext;

/**
 * The list of a publication's tables and schemas: a name without a word before it is what the one
 * before it was.
 */
final class PublicationRules {
  private PublicationRules() {}

  static void check(PublicationObjectsContext context, SyntaxRules rules) {
    Boolean schemas = null;
    for (PublicationObjectContext object : context.objects) {
      if (object instanceof PublicationTableContext table) {
        if (table.TABLE() != null) {
          schemas = false;
        } else if (schemas == null) {
          refuseFirst(object, rules);
          return;
        } else if (schemas) {
          checkSchema(table, rules);
        }
      } else if (object instanceof PostgresParser.PublicationSchemaContext) {
        schemas = true;
      } else if (schemas == null) {
        refuseFirst(object, rules);
        return;
      } else if (!schemas) {
        rules.refuse(object.getStart(), "invalid table name");
      }
    }
  }

  private static void checkSchema(PublicationTableContext table, SyntaxRules rules) {
    if (table.WHERE() != null) {
      rules.refuse(table.getStart(), "WHERE clause not allowed for schema");
    } else if (table.columns != null) {
      rules.refuse(table.getStart(), "column specification not allowed for schema");
    } else if (table.relation().getChildCount() > 1
        || !table.relation().anyName().attributes.isEmpty()) {
      rules.refuse(table.getStart(), "invalid schema name");
    }
  }

  private static void refuseFirst(PublicationObjectContext object, SyntaxRules rules) {
    rules.refuse(
        object.getStart(),
        new SyntaxError(
            SyntaxError.SYNTAX_ERROR,
            "invalid publication object list",
            rules.position(object.getStart()),
            "One of TABLE or TABLES IN SCHEMA must be specified before a standalone table or schema"
                + " name.",
            null));
  }
}
