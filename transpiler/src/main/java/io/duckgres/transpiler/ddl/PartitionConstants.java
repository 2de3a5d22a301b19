package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.ShownText;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import java.util.Locale;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** The constants in bounds of partitions. */
final class PartitionConstants {
  private static final String NULL = "NULL";

  private final DefinitionContext context;

  PartitionConstants(DefinitionContext context) {
    this.context = context;
  }

  /** A constant of a type in PostgreSQL's words; MINVALUE, MAXVALUE and NULL as such. */
  String of(SqlNode value, PgType type) {
    if (value instanceof SqlIdentifier name && name.names.size() == 1) {
      String word = name.names.get(0).toUpperCase(Locale.ROOT);
      if (word.equals("MINVALUE") || word.equals("MAXVALUE")) {
        return word;
      }
    }
    if (value instanceof PgLiteral literal && literal.isNullValue()) {
      return NULL;
    }
    EngineExpression constant =
        context
            .analysis()
            .expression(value, ExpressionPlace.DEFAULT, null, ExpressionType.of(type));
    String text = constant.shown() == null ? "" : ShownText.plain(constant.shown());
    boolean plain =
        text.startsWith("'")
            || text.equals("true")
            || text.equals("false")
            || !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    if (!plain || text.startsWith("'") && text.indexOf('(', text.lastIndexOf('\'')) >= 0) {
      throw PgException.notSupported("an expression as the bound of a partition");
    }
    return text;
  }

  /** The constant without its type. */
  static String shown(String constant) {
    return constant.startsWith("'")
        ? constant.substring(0, constant.lastIndexOf('\'') + 1)
        : constant;
  }
}
