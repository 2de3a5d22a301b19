package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.ObjectKind;

/** Kinds of relations: as statements name them, as the catalog has them, as the engine does. */
final class RelationKinds {
  private RelationKinds() {}

  /**
   * Checks that a relation is of the kind that the statement names.
   *
   * @throws PgException 42809
   */
  static void demand(ObjectKind kind, Relation relation) {
    if (of(relation) != kind) {
      throw wrongKind(kind, relation)
          .withHint(
              "Use DROP " + of(relation).sql() + " to remove " + of(relation).withArticle() + ".");
    }
  }

  static PgException wrongKind(ObjectKind kind, Relation relation) {
    return Errors.of(
        SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not " + kind.withArticle());
  }

  /** The detail line of errors about the wrong kind of relation. */
  static String operationNotSupported(Relation relation) {
    String plural = relation.kind() == Relation.Kind.INDEX ? "indexes" : of(relation).word() + "s";
    return "This operation is not supported for " + plural + ".";
  }

  static ObjectKind of(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, PARTITION -> ObjectKind.TABLE;
      case VIEW -> ObjectKind.VIEW;
      case MATERIALIZED_VIEW -> ObjectKind.MATERIALIZED_VIEW;
      case SEQUENCE -> ObjectKind.SEQUENCE;
      case INDEX -> ObjectKind.INDEX;
    };
  }

  /** What the engine calls it in DROP, ALTER and COMMENT. */
  static String engineWord(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, MATERIALIZED_VIEW -> "TABLE";
      case VIEW, PARTITION -> "VIEW";
      case SEQUENCE -> "SEQUENCE";
      case INDEX -> "INDEX";
    };
  }
}
