package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Makes an expression one of another type.
 *
 * <p>Source: {@code src/backend/parser/parse_coerce.c} (coerce_type, coerce_to_target_type).
 */
final class Conversion {
  private final Analysis analysis;
  private final LiteralInput literals;
  private final RowConversion rows;
  private final OwnArrays arrays;

  Conversion(Analysis analysis) {
    this.analysis = analysis;
    this.rows = new RowConversion(analysis);
    this.arrays = new OwnArrays(analysis);
    this.literals = new LiteralInput(analysis, rows);
  }

  /**
   * The expression as one of {@code target}, without modifier. A node without a type (which only
   * the engine can type) is left as it is.
   *
   * @return null when there is no way
   */
  SqlNode tryConvert(SqlNode node, PgType target, PgCast.Context context) {
    PgType source = Typed.typeOf(node);
    if (source == null
        || source.equals(target)
        || target.equals(PgTypes.ANY)
        || Polymorphism.isPolymorphic(target)) {
      return node;
    }
    PgType domain = analysis.keepsForm ? null : arrays.domainOf(target);
    if (domain != null && !(node instanceof ParameterRef)) {
      PgType plain = analysis.coercions.arrayOf(analysis.coercions.baseOf(domain));
      SqlNode elements = plain == null ? null : tryConvert(node, plain, context);
      return elements == null ? null : arrays.checked(elements, target, domain);
    }
    if (source.equals(PgTypes.UNKNOWN)) {
      return fromUnknown(node, target);
    }
    if (source.isArray() && target.category() == 'S' && !analysis.keepsForm) {
      SqlNode builtIn = arrays.builtIn(node);
      if (builtIn != node) {
        return tryConvert(builtIn, target, context);
      }
    }
    if (!analysis.coercions.canCoerce(source, target, context)) {
      return null;
    }
    if (RowConversion.isRow(source) || RowConversion.isComposite(target)) {
      return row(node, source, target, context);
    }
    if (target.category() == 'S' && source.name().startsWith("reg")) {
      analysis.catalog.functionUsed(source.name() + "out(" + source.name() + ")");
    }
    if (source.category() == 'S' && target.name().startsWith("reg")) {
      analysis.catalog.functionUsed(target.name() + "in(text)");
    }
    if (node instanceof PgLiteral literal
        && (!analysis.keepsForm || literal.isNullValue())
        && ConstantCasts.applies(literal, target)) {
      return ConstantCasts.convert(literal, target);
    }
    return cast(node, ArrayLevels.as(target, node));
  }

  /**
   * The same, with the modifier of the target applied.
   *
   * @return null when there is no way
   */
  SqlNode tryConvert(SqlNode node, ExpressionType target, PgCast.Context context) {
    if (target.type().kind() == TypeKind.DOMAIN) {
      PgType base = analysis.catalog.typeByOid(target.type().baseOid());
      SqlNode value =
          tryConvert(node, ExpressionType.of(base, target.type().baseTypmod()), context);
      return value == null
          ? null
          : DomainCheck.of(value, target.type(), analysis.catalog.domain(target.type()));
    }
    SqlNode converted = levelled(tryConvert(node, target.type(), context), target, node, context);
    if (converted == null || target.typmod() < 0) {
      return converted;
    }
    return modified(converted, target.withLevels(Typed.levelsOf(converted)), context);
  }

  /**
   * A column has arrays of as many dimensions as it was declared with, a cast those it is given.
   */
  private static SqlNode levelled(
      SqlNode converted, ExpressionType target, SqlNode source, PgCast.Context context) {
    if (converted == null || !target.type().isArray()) {
      return converted;
    }
    if (context == PgCast.Context.ASSIGNMENT) {
      return ArrayLevels.bring(converted, target.levels());
    }
    // A text tells only when the statement is executed what it holds.
    boolean text = converted instanceof CastCall && !Typed.typeOf(source).isArray();
    return text ? ((CastCall) converted).typed(target.withLevels(target.levels())) : converted;
  }

  private SqlNode modified(SqlNode converted, ExpressionType target, PgCast.Context context) {
    ExpressionType type = Typed.of(converted);
    if (type == null || type.typmod() == target.typmod()) {
      return converted;
    }
    boolean implicit = context != PgCast.Context.EXPLICIT;
    if (converted instanceof CastCall cast
        && cast.target() == null
        && Typed.of(cast).typmod() < 0
        && analysis.coercions.pathway(sourceOf(cast), target.type(), PgCast.Context.EXPLICIT)
            != Coercions.Pathway.FUNCTION) {
      return new CastCall(cast.getParserPosition(), cast.operand(), null, implicit, target);
    }
    return new CastCall(converted.getParserPosition(), converted, null, implicit, target);
  }

  private SqlNode row(SqlNode node, PgType source, PgType target, PgCast.Context context) {
    if (RowConversion.isComposite(target)) {
      return source.category() == 'S'
          ? rows.fromText(node, target)
          : rows.fromRecord(node, target, context);
    }
    if (target.category() != 'S') {
      return node;
    }
    SqlNode text = rows.toText(node, target);
    if (text == null) {
      throw Analysis.at(
          PgException.notSupported("the text of a record whose columns are not known"), node);
    }
    return text;
  }

  /** The arrays of users' types that this converts. */
  OwnArrays arrays() {
    return arrays;
  }

  /** The rows that this converts. */
  RowConversion rows() {
    return rows;
  }

  private static PgType sourceOf(CastCall cast) {
    PgType source = Typed.typeOf(cast.operand());
    return source == null ? PgTypes.UNKNOWN : source;
  }

  /** Converts where PostgreSQL's rules have already said that it can be done. */
  SqlNode convert(SqlNode node, PgType target) {
    SqlNode converted = tryConvert(node, target, PgCast.Context.IMPLICIT);
    if (converted == null) {
      throw Analysis.at(cannotCast(Typed.typeOf(node), target), Locations.leftmost(node));
    }
    return converted;
  }

  /** A conversion node that the analysis adds. */
  static SqlNode cast(SqlNode node, ExpressionType target) {
    return new CastCall(node.getParserPosition(), node, null, true, target);
  }

  private SqlNode fromUnknown(SqlNode node, PgType target) {
    if (node instanceof PgLiteral literal) {
      return literals.convert(literal, target);
    }
    if (node instanceof ParameterRef parameter
        && parameter.source() instanceof PlanParameter.Client) {
      try {
        return ofRow(analysis.parameters.decide(parameter, target));
      } catch (PgException e) {
        throw Analysis.at(e, node);
      }
    }
    // An unknown column of a sub-query: PostgreSQL makes it text there.
    return cast(node, ExpressionType.of(target));
  }

  /** A parameter of a composite type, or an array of such, comes as the engine's text of it. */
  SqlNode ofRow(ParameterRef parameter) {
    PgType type = Typed.typeOf(parameter);
    PgType element = analysis.coercions.elementOf(type);
    return RowConversion.isComposite(element == null ? type : element)
        ? rows.fromParameter(parameter)
        : parameter;
  }

  /** Unknown literals and parameters become text, as in a select list that nothing else types. */
  SqlNode resolveUnknown(SqlNode node) {
    if (node instanceof RowCall row && row.names().isEmpty()) {
      return row.mapChildren(field -> field instanceof PgLiteral ? field : resolveUnknown(field));
    }
    return PgTypes.UNKNOWN.equals(Typed.typeOf(node)) ? fromUnknown(node, PgTypes.TEXT) : node;
  }

  /** The 42846 of a cast that does not exist; without position. */
  static PgException cannotCast(PgType source, PgType target) {
    return new PgException(
        SqlState.CANNOT_COERCE,
        "cannot cast type " + TypeNames.format(source) + " to " + TypeNames.format(target));
  }

  /**
   * Converts several expressions to their common type.
   *
   * @param construct what PostgreSQL's message calls them, for instance {@code CASE}
   * @return the converted nodes, all of the same type unless one has no type at all
   */
  List<SqlNode> toCommonType(List<SqlNode> nodes, String construct) {
    PgType common = commonType(nodes, construct);
    return common == null ? nodes : toType(nodes, common, construct);
  }

  /** The common type; null when one of the nodes has no type. */
  PgType commonType(List<SqlNode> nodes, String construct) {
    List<PgType> types = new ArrayList<>();
    for (SqlNode node : nodes) {
      PgType type = Typed.typeOf(node);
      if (type == null) {
        return null;
      }
      types.add(type);
    }
    PgType common = analysis.coercions.commonType(types);
    if (common == null) {
      Coercions.Mismatch mismatch = analysis.coercions.mismatch(types);
      SqlNode culprit = nodes.get(mismatch.index());
      throw Analysis.at(
          new PgException(
              SqlState.DATATYPE_MISMATCH,
              construct
                  + " types "
                  + TypeNames.format(mismatch.with())
                  + " and "
                  + TypeNames.format(types.get(mismatch.index()))
                  + " cannot be matched"),
          Locations.leftmost(culprit));
    }
    return common;
  }

  List<SqlNode> toType(List<SqlNode> nodes, PgType common, String construct) {
    List<SqlNode> converted = new ArrayList<>();
    for (SqlNode node : nodes) {
      SqlNode result = tryConvert(node, common, PgCast.Context.IMPLICIT);
      if (result == null) {
        throw Analysis.at(
            new PgException(
                SqlState.CANNOT_COERCE,
                construct
                    + " could not convert type "
                    + TypeNames.format(Typed.typeOf(node))
                    + " to "
                    + TypeNames.format(common)),
            Locations.leftmost(node));
      }
      converted.add(result);
    }
    if (construct.equals("ARRAY") && ArrayLevels.differ(converted)) {
      throw new PgException(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          "multidimensional arrays must have array expressions with matching dimensions");
    }
    return ArrayLevels.alike(converted);
  }

  /** The type that nodes have which were converted to a common one. */
  static ExpressionType commonType(List<SqlNode> nodes, PgType common) {
    return ExpressionType.of(common, commonTypmod(nodes, common))
        .withLevels(ArrayLevels.most(nodes));
  }

  /** The type of an array of elements of a common type, which are arrays if it is that type. */
  static ExpressionType arrayType(PgType array, List<SqlNode> elements, PgType common) {
    int levels = array.equals(common) ? ArrayLevels.most(elements) + 1 : 1;
    return ExpressionType.of(array, commonTypmod(elements, common)).withLevels(levels);
  }

  /** The modifier that all have when their types agree, otherwise -1. */
  private static int commonTypmod(List<SqlNode> nodes, PgType common) {
    int typmod = -1;
    for (int i = 0; i < nodes.size(); i++) {
      ExpressionType type = Typed.of(nodes.get(i));
      if (type == null || !type.type().equals(common) || type.typmod() < 0) {
        return -1;
      }
      if (i > 0 && type.typmod() != typmod) {
        return -1;
      }
      typmod = type.typmod();
    }
    return typmod;
  }

  /**
   * A boolean for a clause that wants one.
   *
   * @param construct the clause, for instance {@code WHERE}
   */
  SqlNode toBoolean(SqlNode node, String construct) {
    PgType type = Typed.typeOf(node);
    if (type == null || type.equals(PgTypes.BOOL)) {
      return node;
    }
    SqlNode converted = tryConvert(node, PgTypes.BOOL, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw Analysis.at(
          new PgException(
              SqlState.DATATYPE_MISMATCH,
              "argument of "
                  + construct
                  + " must be type boolean, not type "
                  + TypeNames.format(type)),
          Locations.leftmost(node));
    }
    return converted;
  }

  /** Whether the node is a row whose fields could be converted one by one. */
  static boolean isRow(SqlNode node) {
    return node instanceof RowCall;
  }
}
