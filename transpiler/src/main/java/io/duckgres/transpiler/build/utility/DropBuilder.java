package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CommentStmtContext;
import io.duckgres.grammar.PostgresParser.DropStmtContext;
import io.duckgres.grammar.PostgresParser.ObjectReferenceContext;
import io.duckgres.grammar.PostgresParser.QualifiedObjectKindContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.TypeName;
import java.util.List;

/** DROP and COMMENT ON. */
final class DropBuilder {
  private DropBuilder() {}

  static UtilityStatement drop(DropStmtContext context) {
    if (context instanceof PostgresParser.DropQualifiedContext drop) {
      ObjectKind kind = kind(drop.qualifiedObjectKind());
      return kind == null
          ? unsupported("DROP ", drop.qualifiedObjectKind())
          : new DefinitionStatement.Drop(
              kind,
              Words.objects(drop.anyNameList()),
              drop.ifExists() != null,
              TableBuilder.isCascade(drop.dropBehavior()),
              false);
    }
    if (context instanceof PostgresParser.DropIndexConcurrentlyContext drop) {
      return new DefinitionStatement.Drop(
          ObjectKind.INDEX,
          Words.objects(drop.anyNameList()),
          drop.ifExists() != null,
          TableBuilder.isCascade(drop.dropBehavior()),
          true);
    }
    if (context instanceof PostgresParser.DropPlainContext drop) {
      if (drop.plainObjectKind().SCHEMA() == null) {
        return AbsentBuilder.plain(drop);
      }
      List<ObjectName> names =
          drop.nameList().names.stream()
              .map(name -> new ObjectName(List.of(Names.name(name)), Words.start(name)))
              .toList();
      return new DefinitionStatement.Drop(
          ObjectKind.SCHEMA,
          names,
          drop.ifExists() != null,
          TableBuilder.isCascade(drop.dropBehavior()),
          false);
    }
    if (context instanceof PostgresParser.DropTypeContext drop) {
      return new DefinitionStatement.Drop(
          drop.DOMAIN() == null ? ObjectKind.TYPE : ObjectKind.DOMAIN,
          drop.types.stream().map(type -> type(TypeNameBuilder.typeName(type))).toList(),
          drop.ifExists() != null,
          TableBuilder.isCascade(drop.dropBehavior()),
          false);
    }
    if (context instanceof PostgresParser.DropTablePartContext drop) {
      return AbsentBuilder.tablePart(drop);
    }
    return new UnsupportedStatement(Words.leading(context, 2));
  }

  static UtilityStatement comment(CommentStmtContext context) {
    String comment = context.text == null ? null : Words.value(context.text);
    ObjectReferenceContext object = context.objectReference();
    if (object instanceof PostgresParser.QualifiedObjectContext qualified) {
      ObjectKind kind = kind(qualified.qualifiedObjectKind());
      return kind == null
          ? unsupported("COMMENT ON ", qualified.qualifiedObjectKind())
          : new DefinitionStatement.Comment(
              kind, Words.relation(qualified.anyName()), null, comment);
    }
    if (object instanceof PostgresParser.ColumnObjectContext column) {
      return new DefinitionStatement.Comment(
          ObjectKind.COLUMN, Words.object(column.anyName()), null, comment);
    }
    if (object instanceof PostgresParser.PlainObjectContext plain
        && plain.plainObjectKind().SCHEMA() != null) {
      ObjectName name =
          new ObjectName(List.of(Names.name(plain.colId())), Words.start(plain.colId()));
      return new DefinitionStatement.Comment(ObjectKind.SCHEMA, name, null, comment);
    }
    if (object instanceof PostgresParser.PlainObjectContext plain
        && plain.plainObjectKind().EXTENSION() != null) {
      ObjectName name =
          new ObjectName(List.of(Names.name(plain.colId())), Words.start(plain.colId()));
      return new DefinitionStatement.Comment(ObjectKind.EXTENSION, name, null, comment);
    }
    if (object instanceof PostgresParser.GlobalObjectContext global && global.DATABASE() != null) {
      ObjectName name =
          new ObjectName(List.of(Names.name(global.colId())), Words.start(global.colId()));
      return new DefinitionStatement.Comment(ObjectKind.DATABASE, name, null, comment);
    }
    if (object instanceof PostgresParser.TypeObjectContext type) {
      return new DefinitionStatement.Comment(
          type.DOMAIN() == null ? ObjectKind.TYPE : ObjectKind.DOMAIN,
          type(TypeNameBuilder.typeName(type.typeName())),
          null,
          comment);
    }
    if (object instanceof PostgresParser.ConstraintObjectContext constraint
        && constraint.DOMAIN() == null) {
      return new DefinitionStatement.Comment(
          ObjectKind.CONSTRAINT,
          Words.relation(constraint.anyName()),
          Names.name(constraint.colId()),
          comment);
    }
    if (object instanceof PostgresParser.FunctionObjectContext routine) {
      return RoutineBuilder.comment(routine, comment);
    }
    return new UnsupportedStatement("COMMENT ON " + Words.leading(object, 1));
  }

  private static ObjectName type(TypeName type) {
    return new ObjectName(type.name(), type.start());
  }

  private static UtilityStatement unsupported(
      String command, org.antlr.v4.runtime.ParserRuleContext kind) {
    return new UnsupportedStatement(command + Words.capitals(kind));
  }

  /** Null for kinds that we don't have. */
  private static ObjectKind kind(QualifiedObjectKindContext context) {
    if (context.FOREIGN() != null) {
      return null;
    }
    if (context.TABLE() != null) {
      return ObjectKind.TABLE;
    }
    if (context.MATERIALIZED() != null) {
      return ObjectKind.MATERIALIZED_VIEW;
    }
    if (context.VIEW() != null) {
      return ObjectKind.VIEW;
    }
    if (context.INDEX() != null) {
      return ObjectKind.INDEX;
    }
    return context.SEQUENCE() != null ? ObjectKind.SEQUENCE : null;
  }
}
