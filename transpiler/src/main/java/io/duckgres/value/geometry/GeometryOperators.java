package io.duckgres.value.geometry;

import io.duckgres.value.geometry.Shapes.Box;
import io.duckgres.value.geometry.Shapes.Circle;
import io.duckgres.value.geometry.Shapes.Line;
import io.duckgres.value.geometry.Shapes.Path;
import io.duckgres.value.geometry.Shapes.Polygon;
import io.duckgres.value.geometry.Shapes.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The geometric operators, by the names of the functions that PostgreSQL carries them out with.
 * Shapes are stored texts.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c}.
 */
public final class GeometryOperators {
  private static final Map<String, BiFunction<String, String, Object>> BY_NAME = new HashMap<>();

  private static final Function<String, Point> POINT = GeometryForms::point;
  private static final Function<String, Line> LINE = Line::read;
  private static final Function<String, Segment> SEGMENT = Segment::read;
  private static final Function<String, Box> BOX = Box::read;
  private static final Function<String, Path> PATH = Path::read;
  private static final Function<String, Polygon> POLYGON = Polygon::read;
  private static final Function<String, Circle> CIRCLE = Circle::read;

  static {
    points();
    boxes();
    circles();
    segmentsAndLines();
    pathsAndPolygons();
  }

  private GeometryOperators() {}

  /**
   * Calls one.
   *
   * @param right null for a prefix operator, whose operand is the left one
   * @return a shape's text, a Double, a Boolean or null
   */
  public static Object call(String name, String left, String right) {
    Object result = BY_NAME.get(name).apply(left, right);
    return result == null || result instanceof Double || result instanceof Boolean
        ? result
        : result.toString();
  }

  private static <A, B> void put(
      String name, Function<String, A> left, Function<String, B> right, BiFunction<A, B, ?> body) {
    BY_NAME.put(name, (a, b) -> body.apply(left.apply(a), right.apply(b)));
  }

  private static <A> void test(String name, Function<String, A> read, BiPredicate<A, A> body) {
    put(name, read, read, (a, b) -> body.test(a, b));
  }

  private static <A> void one(String name, Function<String, A> read, Function<A, ?> body) {
    BY_NAME.put(name, (a, b) -> body.apply(read.apply(a)));
  }

  private static boolean less(double left, double right) {
    return Point.less(left, right);
  }

  private static boolean atMost(double left, double right) {
    return Point.lessOrSame(left, right);
  }

  private static void points() {
    test("point_left", POINT, (a, b) -> less(a.x(), b.x()));
    test("point_right", POINT, (a, b) -> less(b.x(), a.x()));
    test("point_above", POINT, (a, b) -> less(b.y(), a.y()));
    test("point_below", POINT, (a, b) -> less(a.y(), b.y()));
    test("point_vert", POINT, (a, b) -> Point.same(a.x(), b.x()));
    test("point_horiz", POINT, (a, b) -> Point.same(a.y(), b.y()));
    test("point_eq", POINT, Point::isSame);
    test("point_ne", POINT, (a, b) -> !a.isSame(b));
    put("point_add", POINT, POINT, Point::plus);
    put("point_sub", POINT, POINT, Point::minus);
    put("point_mul", POINT, POINT, Point::times);
    put("point_div", POINT, POINT, Point::over);
    put("point_distance", POINT, POINT, Point::distance);
    put("dist_ps", POINT, SEGMENT, (p, s) -> Lines.distance(s, p));
    put("dist_sp", SEGMENT, POINT, Lines::distance);
    put("dist_pl", POINT, LINE, (p, l) -> Lines.distance(l, p));
    put("dist_lp", LINE, POINT, Lines::distance);
    put("dist_pb", POINT, BOX, (p, b) -> distance(b, p));
    put("dist_bp", BOX, POINT, GeometryOperators::distance);
    put("on_ps", POINT, SEGMENT, (p, s) -> Lines.contains(s, p));
    put("on_pl", POINT, LINE, (p, l) -> Lines.contains(l, p));
    put("on_pb", POINT, BOX, (p, b) -> contains(b, p));
    put("close_pl", POINT, LINE, (p, l) -> Lines.closest(l, p));
    put("close_ps", POINT, SEGMENT, (p, s) -> Lines.closest(s, p));
  }

  private static boolean contains(Box box, Point point) {
    return point.x() <= box.high().x()
        && point.x() >= box.low().x()
        && point.y() <= box.high().y()
        && point.y() >= box.low().y();
  }

  private static double distance(Box box, Point point) {
    return contains(box, point)
        ? 0
        : Lines.sides(box).stream()
            .mapToDouble(side -> Lines.distance(side, point))
            .min()
            .orElseThrow();
  }

  private static boolean overlap(Box a, Box b) {
    return atMost(a.low().x(), b.high().x())
        && atMost(b.low().x(), a.high().x())
        && atMost(a.low().y(), b.high().y())
        && atMost(b.low().y(), a.high().y());
  }

  private static boolean contains(Box outer, Box inner) {
    return atMost(inner.high().x(), outer.high().x())
        && atMost(outer.low().x(), inner.low().x())
        && atMost(inner.high().y(), outer.high().y())
        && atMost(outer.low().y(), inner.low().y());
  }

  private static Box intersection(Box a, Box b) {
    return overlap(a, b)
        ? new Box(
            new Point(Math.min(a.high().x(), b.high().x()), Math.min(a.high().y(), b.high().y())),
            new Point(Math.max(a.low().x(), b.low().x()), Math.max(a.low().y(), b.low().y())))
        : null;
  }

  private static void boxes() {
    test("box_left", BOX, (a, b) -> less(a.high().x(), b.low().x()));
    test("box_overleft", BOX, (a, b) -> atMost(a.high().x(), b.high().x()));
    test("box_right", BOX, (a, b) -> less(b.high().x(), a.low().x()));
    test("box_overright", BOX, (a, b) -> atMost(b.low().x(), a.low().x()));
    test("box_below", BOX, (a, b) -> less(a.high().y(), b.low().y()));
    test("box_overbelow", BOX, (a, b) -> atMost(a.high().y(), b.high().y()));
    test("box_above", BOX, (a, b) -> less(b.high().y(), a.low().y()));
    test("box_overabove", BOX, (a, b) -> atMost(b.low().y(), a.low().y()));
    test("box_below_eq", BOX, (a, b) -> atMost(a.high().y(), b.low().y()));
    test("box_above_eq", BOX, (a, b) -> atMost(b.high().y(), a.low().y()));
    test("box_same", BOX, (a, b) -> a.high().isSame(b.high()) && a.low().isSame(b.low()));
    test("box_overlap", BOX, GeometryOperators::overlap);
    test("box_contain", BOX, GeometryOperators::contains);
    test("box_contained", BOX, (a, b) -> contains(b, a));
    Function<String, Double> area = text -> GeometryFunctions.area(Box.read(text));
    order("box", area);
    put("box_contain_pt", BOX, POINT, GeometryOperators::contains);
    put(
        "box_distance",
        BOX,
        BOX,
        (a, b) -> GeometryFunctions.center(a).distance(GeometryFunctions.center(b)));
    put("box_intersect", BOX, BOX, GeometryOperators::intersection);
    one("box_center", BOX, GeometryFunctions::center);
    put("box_add", BOX, POINT, (b, p) -> moved(b, corner -> corner.plus(p)));
    put("box_sub", BOX, POINT, (b, p) -> moved(b, corner -> corner.minus(p)));
    put("box_mul", BOX, POINT, (b, p) -> moved(b, corner -> corner.times(p)));
    put("box_div", BOX, POINT, (b, p) -> moved(b, corner -> corner.over(p)));
  }

  private static void order(String prefix, Function<String, Double> measure) {
    test(prefix + "_eq", measure, (a, b) -> Point.same(a, b));
    test(prefix + "_ne", measure, (a, b) -> !Point.same(a, b));
    test(prefix + "_lt", measure, (a, b) -> less(a, b));
    test(prefix + "_gt", measure, (a, b) -> less(b, a));
    test(prefix + "_le", measure, (a, b) -> atMost(a, b));
    test(prefix + "_ge", measure, (a, b) -> atMost(b, a));
  }

  private static Box moved(Box box, UnaryOperator<Point> move) {
    return Box.of(move.apply(box.high()), move.apply(box.low()));
  }

  private static void circles() {
    test(
        "circle_same",
        CIRCLE,
        (a, b) -> Point.same(a.radius(), b.radius()) && a.center().isSame(b.center()));
    test("circle_left", CIRCLE, (a, b) -> less(right(a), left(b)));
    test("circle_overleft", CIRCLE, (a, b) -> atMost(right(a), right(b)));
    test("circle_right", CIRCLE, (a, b) -> less(right(b), left(a)));
    test("circle_overright", CIRCLE, (a, b) -> atMost(left(b), left(a)));
    test("circle_below", CIRCLE, (a, b) -> less(top(a), bottom(b)));
    test("circle_overbelow", CIRCLE, (a, b) -> atMost(top(a), top(b)));
    test("circle_above", CIRCLE, (a, b) -> less(top(b), bottom(a)));
    test("circle_overabove", CIRCLE, (a, b) -> atMost(bottom(b), bottom(a)));
    test("circle_overlap", CIRCLE, (a, b) -> atMost(between(a, b), a.radius() + b.radius()));
    test("circle_contain", CIRCLE, (a, b) -> atMost(between(a, b), a.radius() - b.radius()));
    test("circle_contained", CIRCLE, (a, b) -> atMost(between(a, b), b.radius() - a.radius()));
    Function<String, Double> area = text -> GeometryFunctions.area(Circle.read(text));
    order("circle", area);
    put(
        "circle_distance",
        CIRCLE,
        CIRCLE,
        (a, b) -> Math.max(0, between(a, b) - (a.radius() + b.radius())));
    one("circle_center", CIRCLE, Circle::center);
    put("circle_add_pt", CIRCLE, POINT, (c, p) -> new Circle(c.center().plus(p), c.radius()));
    put("circle_sub_pt", CIRCLE, POINT, (c, p) -> new Circle(c.center().minus(p), c.radius()));
    put(
        "circle_mul_pt",
        CIRCLE,
        POINT,
        (c, p) -> new Circle(c.center().times(p), c.radius() * Point.length(p.x(), p.y())));
    put(
        "circle_div_pt",
        CIRCLE,
        POINT,
        (c, p) -> new Circle(c.center().over(p), c.radius() / Point.length(p.x(), p.y())));
    put("circle_contain_pt", CIRCLE, POINT, (c, p) -> c.center().distance(p) <= c.radius());
    put("pt_contained_circle", POINT, CIRCLE, (p, c) -> c.center().distance(p) <= c.radius());
    put("dist_pc", POINT, CIRCLE, (p, c) -> Math.max(0, p.distance(c.center()) - c.radius()));
    put("dist_cpoint", CIRCLE, POINT, (c, p) -> Math.max(0, p.distance(c.center()) - c.radius()));
  }

  private static double between(Circle a, Circle b) {
    return a.center().distance(b.center());
  }

  private static double left(Circle circle) {
    return circle.center().x() - circle.radius();
  }

  private static double right(Circle circle) {
    return circle.center().x() + circle.radius();
  }

  private static double bottom(Circle circle) {
    return circle.center().y() - circle.radius();
  }

  private static double top(Circle circle) {
    return circle.center().y() + circle.radius();
  }

  private static double length(Segment segment) {
    return segment.first().distance(segment.second());
  }

  private static void segmentsAndLines() {
    one("lseg_center", SEGMENT, GeometryFunctions::middle);
    one("lseg_length", SEGMENT, GeometryOperators::length);
    one("lseg_horizontal", SEGMENT, s -> Point.same(s.first().y(), s.second().y()));
    one("lseg_vertical", SEGMENT, s -> Point.same(s.first().x(), s.second().x()));
    test("lseg_parallel", SEGMENT, (a, b) -> Point.same(Lines.slope(a), Lines.slope(b)));
    test(
        "lseg_perp",
        SEGMENT,
        (a, b) -> Point.same(Lines.slope(a), Lines.inverseSlope(b.first(), b.second())));
    Function<String, Double> measure = text -> length(Segment.read(text));
    order("lseg", measure);
    test(
        "lseg_eq", SEGMENT, (a, b) -> a.first().isSame(b.first()) && a.second().isSame(b.second()));
    test(
        "lseg_ne",
        SEGMENT,
        (a, b) -> !a.first().isSame(b.first()) || !a.second().isSame(b.second()));
    test("lseg_intersect", SEGMENT, (a, b) -> Lines.intersection(a, b) != null);
    put("lseg_interpt", SEGMENT, SEGMENT, Lines::intersection);
    put("lseg_distance", SEGMENT, SEGMENT, Lines::distance);
    put("inter_sl", SEGMENT, LINE, (s, l) -> Lines.intersection(s, l) != null);
    put(
        "on_sl",
        SEGMENT,
        LINE,
        (s, l) -> Lines.contains(l, s.first()) && Lines.contains(l, s.second()));
    put("on_sb", SEGMENT, BOX, (s, b) -> contains(b, s.first()) && contains(b, s.second()));
    one("line_horizontal", LINE, l -> Point.isZero(l.a()));
    one("line_vertical", LINE, l -> Point.isZero(l.b()));
    test("line_eq", LINE, Lines::isSame);
    test("line_parallel", LINE, (a, b) -> Lines.intersection(a, b) == null);
    test("line_intersect", LINE, (a, b) -> Lines.intersection(a, b) != null);
    test("line_perp", LINE, Lines::arePerpendicular);
    put("line_interpt", LINE, LINE, Lines::intersection);
    put("line_distance", LINE, LINE, Lines::distance);
  }

  private static void pathsAndPolygons() {
    Function<String, Double> count = text -> (double) Path.read(text).points().size();
    test("path_n_eq", count, Double::equals);
    test("path_n_lt", count, (a, b) -> a < b);
    test("path_n_le", count, (a, b) -> a <= b);
    test("path_n_gt", count, (a, b) -> a > b);
    test("path_n_ge", count, (a, b) -> a >= b);
    one("path_npoints", PATH, p -> (double) p.points().size());
    one("path_length", PATH, Outlines::length);
    put("path_add", PATH, PATH, GeometryOperators::joined);
    put("path_add_pt", PATH, POINT, (path, p) -> moved(path, corner -> corner.plus(p)));
    put("path_sub_pt", PATH, POINT, (path, p) -> moved(path, corner -> corner.minus(p)));
    put("path_mul_pt", PATH, POINT, (path, p) -> moved(path, corner -> corner.times(p)));
    put("path_div_pt", PATH, POINT, (path, p) -> moved(path, corner -> corner.over(p)));
    put("path_contain_pt", PATH, POINT, Outlines::contains);
    put("on_ppath", POINT, PATH, (p, path) -> Outlines.contains(path, p));
    put("dist_ppath", POINT, PATH, (p, path) -> Outlines.distance(path.points(), path.closed(), p));
    put("dist_pathp", PATH, POINT, (path, p) -> Outlines.distance(path.points(), path.closed(), p));
    one("poly_npoints", POLYGON, p -> (double) p.points().size());
    one("poly_center", POLYGON, p -> Outlines.circle(p).center());
    put("poly_contain_pt", POLYGON, POINT, (p, point) -> Outlines.encloses(p.points(), point));
    put("pt_contained_poly", POINT, POLYGON, (point, p) -> Outlines.encloses(p.points(), point));
    put("dist_ppoly", POINT, POLYGON, (point, p) -> distance(p, point));
    put("dist_polyp", POLYGON, POINT, GeometryOperators::distance);
    test("poly_same", POLYGON, Outlines::isSame);
    Function<String, Box> bounds = text -> Outlines.bounds(Polygon.read(text));
    test("poly_left", bounds, (a, b) -> a.high().x() < b.low().x());
    test("poly_overleft", bounds, (a, b) -> a.high().x() <= b.high().x());
    test("poly_right", bounds, (a, b) -> a.low().x() > b.high().x());
    test("poly_overright", bounds, (a, b) -> a.low().x() >= b.low().x());
    test("poly_below", bounds, (a, b) -> a.high().y() < b.low().y());
    test("poly_overbelow", bounds, (a, b) -> a.high().y() <= b.high().y());
    test("poly_above", bounds, (a, b) -> a.low().y() > b.high().y());
    test("poly_overabove", bounds, (a, b) -> a.low().y() >= b.low().y());
  }

  private static double distance(Polygon polygon, Point point) {
    return Outlines.encloses(polygon.points(), point)
        ? 0
        : Outlines.distance(polygon.points(), true, point);
  }

  private static Path moved(Path path, UnaryOperator<Point> move) {
    return new Path(path.closed(), path.points().stream().map(move).toList());
  }

  /** One path behind the other; null when one of them is closed. */
  private static Path joined(Path left, Path right) {
    if (left.closed() || right.closed()) {
      return null;
    }
    List<Point> points = new ArrayList<>(left.points());
    points.addAll(right.points());
    return new Path(false, points);
  }
}
