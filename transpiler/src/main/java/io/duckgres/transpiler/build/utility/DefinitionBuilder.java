package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CreateIndexStmtContext;
import io.duckgres.grammar.PostgresParser.CreateSchemaStmtContext;
import io.duckgres.grammar.PostgresParser.CreateSequenceStmtContext;
import io.duckgres.grammar.PostgresParser.CreateTypeStmtContext;
import io.duckgres.grammar.PostgresParser.CreateViewStmtContext;
import io.duckgres.grammar.PostgresParser.IndexElementContext;
import io.duckgres.grammar.PostgresParser.SchemaElementContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.QueryBuilder;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.DefinitionStatement.CompositeField;
import io.duckgres.transpiler.statement.DefinitionStatement.IndexColumn;
import io.duckgres.transpiler.statement.ObjectKind;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** CREATE of views, schemas, indexes, sequences and types. */
final class DefinitionBuilder {
  private static final String DEFAULT_METHOD = "btree";

  private final SourceText source;

  DefinitionBuilder(SourceText source) {
    this.source = source;
  }

  UtilityStatement view(CreateViewStmtContext context) {
    return new DefinitionStatement.CreateView(
        Words.relation(context.viewName),
        context.orReplace() != null,
        TableBuilder.isTemporary(context.relationScope()),
        Names.list(context.columns),
        context.recursive != null ? recursive(context) : QueryBuilder.query(context.query),
        context.recursive != null ? recursiveText(context) : source.of(context.query),
        checkOption(context));
  }

  private static String checkOption(CreateViewStmtContext context) {
    if (context.CHECK() != null) {
      return context.check != null && context.check.getType() == PostgresParser.LOCAL
          ? "local"
          : "cascaded";
    }
    if (context.relationOptions() != null) {
      for (PostgresParser.RelationOptionContext option : context.relationOptions().options) {
        if (option.namespace == null
            && Names.name(option.name).equals("check_option")
            && option.value != null) {
          return Words.option(option.value);
        }
      }
    }
    return null;
  }

  /** {@code WITH RECURSIVE name (columns) AS (query) SELECT columns FROM name}. */
  private static SqlNode recursive(CreateViewStmtContext context) {
    String name = Words.relation(context.viewName).name();
    List<String> columns = Names.list(context.columns);
    List<SqlNode> items = new ArrayList<>();
    for (String column : columns) {
      items.add(
          new SelectItem(
              SqlParserPos.ZERO, new SqlIdentifier(List.of(column), SqlParserPos.ZERO), null));
    }
    SelectCore select =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            List.of(new TableItem(SqlParserPos.ZERO, List.of(name), false, null, null, List.of())),
            null,
            false,
            List.of(),
            null,
            List.of());
    CommonTable table =
        new CommonTable(
            SqlParserPos.ZERO, name, columns, null, QueryBuilder.query(context.query), null, null);
    return new QueryNode(
        SqlParserPos.ZERO, true, List.of(table), select, List.of(), null, false, null, List.of());
  }

  private String recursiveText(CreateViewStmtContext context) {
    String name = Identifiers.quote(Words.relation(context.viewName).name());
    String columns =
        Names.list(context.columns).stream()
            .map(Identifiers::quote)
            .collect(Collectors.joining(", "));
    return "WITH RECURSIVE "
        + name
        + "("
        + columns
        + ") AS ("
        + source.of(context.query)
        + ") SELECT "
        + columns
        + " FROM "
        + name;
  }

  UtilityStatement schema(CreateSchemaStmtContext context) {
    List<DefinitionStatement> elements = new ArrayList<>();
    for (SchemaElementContext element : context.elements) {
      UtilityStatement statement = element(element);
      if (!(statement instanceof DefinitionStatement definition)) {
        return statement;
      }
      elements.add(definition);
    }
    return new DefinitionStatement.CreateSchema(
        Names.name(context.name),
        Words.role(context.owner),
        context.ifNotExists() != null,
        elements);
  }

  UtilityStatement index(CreateIndexStmtContext context) {
    String method = context.method == null ? DEFAULT_METHOD : Names.name(context.method);
    SqlNode predicate =
        context.whereClause() == null
            ? null
            : ExpressionBuilder.expression(context.whereClause().condition);
    List<String> include =
        context.includeClause() == null
            ? List.of()
            : context.includeClause().columns.stream().map(c -> Names.name(c.column)).toList();
    return new DefinitionStatement.CreateIndex(
        Names.name(context.indexName),
        Words.relation(context.relation()),
        context.UNIQUE() != null,
        context.CONCURRENTLY() != null,
        context.ifNotExists() != null,
        method,
        context.elements.stream().map(DefinitionBuilder::indexColumn).toList(),
        include,
        context.nullTreatment() != null && context.nullTreatment().not != null,
        predicate);
  }

  static UtilityStatement sequence(CreateSequenceStmtContext context) {
    return new DefinitionStatement.CreateSequence(
        Words.relation(context.sequenceName),
        TableBuilder.isTemporary(context.relationScope()),
        context.ifNotExists() != null,
        SequenceOptionsBuilder.options(context.sequenceOption()));
  }

  static UtilityStatement type(CreateTypeStmtContext context) {
    if (context.body instanceof PostgresParser.EnumTypeBodyContext type) {
      return new DefinitionStatement.CreateEnum(
          Words.object(context.anyName()), type.labels.stream().map(Words::value).toList());
    }
    if (context.body instanceof PostgresParser.CompositeTypeBodyContext type) {
      return new DefinitionStatement.CreateComposite(
          Words.object(context.anyName()),
          type.attributes.stream().map(DefinitionBuilder::field).toList());
    }
    return new UnsupportedStatement(
        context.body instanceof PostgresParser.RangeTypeBodyContext
            ? "CREATE TYPE … AS RANGE"
            : "CREATE TYPE for a base type");
  }

  private static UtilityStatement alterType(PostgresParser.AlterTypeStmtContext context) {
    ObjectName name = Words.object(context.anyName());
    if (context.alterTypeAction() instanceof PostgresParser.AddEnumLabelContext add) {
      return new DefinitionStatement.AlterEnum(
          name,
          Words.value(add.label),
          null,
          add.neighbour == null ? null : Words.value(add.neighbour),
          add.place != null && add.place.getType() == PostgresParser.BEFORE,
          add.ifNotExists() != null);
    }
    if (context.alterTypeAction() instanceof PostgresParser.RenameEnumLabelContext rename) {
      return new DefinitionStatement.AlterEnum(
          name, Words.value(rename.label), Words.value(rename.newLabel), null, false, false);
    }
    if (context.alterTypeAction() instanceof PostgresParser.RenameAttributeContext rename) {
      return new DefinitionStatement.AlterComposite(
          name,
          List.of(
              new DefinitionStatement.AttributeAction(
                  null, Names.name(rename.attribute), Names.name(rename.newName), false)));
    }
    if (context.alterTypeAction() instanceof PostgresParser.AlterCompositeTypeContext alter) {
      List<DefinitionStatement.AttributeAction> actions = new ArrayList<>();
      for (PostgresParser.CompositeActionContext action : alter.actions) {
        if (action instanceof PostgresParser.AddAttributeContext add) {
          actions.add(
              new DefinitionStatement.AttributeAction(
                  field(add.compositeAttribute()), null, null, false));
        } else if (action instanceof PostgresParser.DropAttributeContext drop) {
          actions.add(
              new DefinitionStatement.AttributeAction(
                  null, Names.name(drop.attribute), null, drop.ifExists() != null));
        } else {
          return new UnsupportedStatement("ALTER TYPE … ALTER ATTRIBUTE");
        }
      }
      return new DefinitionStatement.AlterComposite(name, actions);
    }
    return new UnsupportedStatement("ALTER TYPE");
  }

  static CompositeField field(PostgresParser.CompositeAttributeContext context) {
    return new CompositeField(
        Names.name(context.name),
        TypeNameBuilder.typeName(context.typeName()),
        context.collation == null ? null : Words.object(context.collation).name(),
        Words.start(context));
  }

  /** Owners of schemas and types, extensions; null for anything else. */
  static UtilityStatement other(StatementContext context) {
    if (context.alterObjectStmt() instanceof PostgresParser.AlterSchemaContext alter
        && alter.ownerChange() != null) {
      ObjectName name =
          new ObjectName(List.of(Names.name(alter.colId())), Words.start(alter.colId()));
      return new DefinitionStatement.AlterOwner(
          ObjectKind.SCHEMA, name, Words.role(alter.ownerChange().owner));
    }
    if (context.alterDomainStmt() != null && context.alterDomainStmt().ownerChange() != null) {
      return new DefinitionStatement.AlterOwner(
          ObjectKind.DOMAIN,
          Words.object(context.alterDomainStmt().anyName()),
          Words.role(context.alterDomainStmt().ownerChange().owner));
    }
    if (context.alterTypeStmt() != null
        && context.alterTypeStmt().alterTypeAction()
            instanceof PostgresParser.AlterTypeObjectContext alter
        && alter.ownerChange() != null) {
      return new DefinitionStatement.AlterOwner(
          ObjectKind.TYPE,
          Words.object(context.alterTypeStmt().anyName()),
          Words.role(alter.ownerChange().owner));
    }
    if (context.alterTypeStmt() != null) {
      return alterType(context.alterTypeStmt());
    }
    return context.createExtensionStmt() != null
        ? new DefinitionStatement.CreateExtension(
            Names.name(context.createExtensionStmt().name),
            context.createExtensionStmt().ifNotExists() != null)
        : null;
  }

  private UtilityStatement element(SchemaElementContext context) {
    if (context.createTableStmt() != null) {
      return new TableBuilder(source).create(context.createTableStmt());
    }
    if (context.createViewStmt() != null) {
      return view(context.createViewStmt());
    }
    if (context.createIndexStmt() != null) {
      return index(context.createIndexStmt());
    }
    return context.createSequenceStmt() != null
        ? sequence(context.createSequenceStmt())
        : new UnsupportedStatement("this element of CREATE SCHEMA");
  }

  /** Descending keys have their nulls first unless told otherwise. */
  private static int options(IndexElementContext context) {
    boolean descending =
        context.direction != null && context.direction.getType() == PostgresParser.DESC;
    boolean nullsFirst =
        context.nulls == null ? descending : context.nulls.getType() == PostgresParser.FIRST;
    return (descending ? 1 : 0) + (nullsFirst ? 2 : 0);
  }

  private static IndexColumn indexColumn(IndexElementContext context) {
    SqlNode expression = null;
    if (context.function != null) {
      expression = ExpressionBuilder.indexFunction(context.function);
    } else if (context.expression != null) {
      expression = ExpressionBuilder.expression(context.expression);
    }
    return new IndexColumn(
        Names.name(context.column),
        expression,
        context.operatorClass == null ? null : Words.object(context.operatorClass).name(),
        context.collation == null ? null : Words.object(context.collation).name(),
        options(context),
        Words.start(context));
  }
}
