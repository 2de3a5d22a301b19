package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.DefinitionStatement.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * COMMENT ON. The engine keeps comments of relations, columns and types; those of other objects are
 * kept beside it.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-comment.html">COMMENT</a>
 */
final class CommentPlanner {
  private final DefinitionContext context;

  CommentPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(Comment statement, Steps steps) {
    switch (statement.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE -> relation(statement, steps);
      case COLUMN -> column(statement, steps);
      case TYPE, DOMAIN -> type(statement, steps);
      case SCHEMA -> schema(statement, steps);
      case CONSTRAINT -> constraint(statement, steps);
      case DATABASE -> database(statement, steps);
      case EXTENSION -> extension(statement);
    }
  }

  private void relation(Comment statement, Steps steps) {
    Relation relation = context.lookup().existing(statement.name());
    if (RelationKinds.of(relation) != statement.kind()) {
      throw RelationKinds.wrongKind(statement.kind(), relation);
    }
    steps.add(
        comment(
            RelationKinds.engineWord(relation),
            EngineSql.name(relation.engineName()),
            statement.comment()));
  }

  private void column(Comment statement, Steps steps) {
    if (statement.name().parts().size() < 2) {
      throw Errors.of(SqlState.SYNTAX_ERROR, "column name must be qualified");
    }
    Relation relation = context.lookup().existing(statement.name().qualifier());
    String column = statement.name().name();
    if (relation.attribute(column) == null) {
      throw Errors.noColumn(column, relation.name());
    }
    List<String> engineName = new ArrayList<>(relation.engineName());
    engineName.add(column);
    steps.add(comment("COLUMN", EngineSql.name(engineName), statement.comment()));
  }

  private void type(Comment statement, Steps steps) {
    PgType type = context.lookup().type(statement.name());
    if (type == null) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT, "type \"" + statement.name() + "\" does not exist");
    }
    if (ObjectLookup.isSystem(type.schema())) {
      throw Errors.of(SqlState.INSUFFICIENT_PRIVILEGE, "must be owner of type " + type.name());
    }
    List<String> engineName = new ArrayList<>(context.catalog().engineSchema(type.schema()));
    engineName.add(type.name());
    steps.add(comment("TYPE", EngineSql.name(engineName), statement.comment()));
  }

  private void database(Comment statement, Steps steps) {
    String name = statement.name().name();
    if (!name.equals(context.session().database())) {
      throw Errors.of(SqlState.INVALID_CATALOG_NAME, "database \"" + name + "\" does not exist");
    }
    kept("database", "public", name, "", statement, steps);
  }

  /** The comment of the one extension that there is belongs to the server. */
  private static void extension(Comment statement) {
    if (!statement.name().name().equals("plpgsql")) {
      throw Errors.of(
          SqlState.UNDEFINED_OBJECT,
          "extension \"" + statement.name().name() + "\" does not exist");
    }
  }

  private void schema(Comment statement, Steps steps) {
    String schema = statement.name().name();
    if (!context.catalog().hasSchema(schema)) {
      throw Errors.of(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
    }
    kept("schema", schema, schema, "", statement, steps);
  }

  private void constraint(Comment statement, Steps steps) {
    Relation table = context.lookup().existing(statement.name());
    kept("constraint", table.schema(), table.name(), statement.part(), statement, steps);
  }

  private void kept(
      String objectClass,
      String schema,
      String object,
      String part,
      Comment statement,
      Steps steps) {
    List<String> records =
        context.records().commented(objectClass, schema, object, part, statement.comment());
    if (records.isEmpty() && statement.comment() != null) {
      throw Errors.notSupported(-1, "COMMENT ON " + statement.kind().sql());
    }
    steps.addAll(records);
  }

  private static String comment(String kind, String name, String comment) {
    return "COMMENT ON " + kind + " " + name + " IS " + EngineSql.literalOrNull(comment);
  }
}
