package io.duckgres.value.geometry;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
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
import java.util.function.Function;

/**
 * Functions that make shapes, convert them and measure them, by PostgreSQL's signatures. Shapes are
 * stored texts.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-geometry.html">Geometric Functions</a>
 */
public final class GeometryFunctions {
  private static final int CIRCLE_POINTS = 12;
  private static final Map<String, Function<Object[], Object>> BY_SIGNATURE = new HashMap<>();

  static {
    Function<String, Point> point = GeometryForms::point;
    Function<String, Line> line = Line::read;
    Function<String, Segment> segment = Segment::read;
    Function<String, Box> box = Box::read;
    Function<String, Path> path = Path::read;
    Function<String, Polygon> polygon = Polygon::read;
    Function<String, Circle> circle = Circle::read;
    BY_SIGNATURE.put("point(float8,float8)", a -> new Point((Double) a[0], (Double) a[1]));
    BY_SIGNATURE.put(
        "circle(point,float8)", a -> new Circle(point.apply((String) a[0]), (Double) a[1]));
    BY_SIGNATURE.put(
        "polygon(int4,circle)",
        a -> polygon(((Double) a[0]).intValue(), circle.apply((String) a[1])));
    one("point(lseg)", segment, GeometryFunctions::middle);
    one("point(box)", box, GeometryFunctions::center);
    one("point(circle)", circle, Circle::center);
    one("point(polygon)", polygon, p -> Outlines.circle(p).center());
    two("line(point,point)", point, point, Line::through);
    two("lseg(point,point)", point, point, Segment::new);
    one("lseg(box)", box, b -> new Segment(b.high(), b.low()));
    two("box(point,point)", point, point, Box::of);
    one("box(point)", point, p -> new Box(p, p));
    one("box(polygon)", polygon, Outlines::bounds);
    one("box(circle)", circle, GeometryFunctions::inner);
    two("bound_box(box,box)", box, box, GeometryFunctions::bounds);
    one("path(polygon)", polygon, p -> new Path(true, p.points()));
    one("popen(path)", path, p -> new Path(false, p.points()));
    one("pclose(path)", path, p -> new Path(true, p.points()));
    one("polygon(box)", box, GeometryFunctions::polygon);
    one("polygon(path)", path, GeometryFunctions::polygon);
    one("polygon(circle)", circle, c -> polygon(CIRCLE_POINTS, c));
    one("circle(box)", box, b -> new Circle(center(b), center(b).distance(b.high())));
    one("circle(polygon)", polygon, Outlines::circle);
    one("area(box)", box, GeometryFunctions::area);
    one("area(path)", path, Outlines::area);
    one("area(circle)", circle, GeometryFunctions::area);
    one("width(box)", box, b -> b.high().x() - b.low().x());
    one("height(box)", box, b -> b.high().y() - b.low().y());
    one("radius(circle)", circle, Circle::radius);
    one("diameter(circle)", circle, c -> c.radius() * 2);
    one("length(lseg)", segment, s -> s.first().distance(s.second()));
    one("length(path)", path, Outlines::length);
    one("npoints(path)", path, p -> (double) p.points().size());
    one("npoints(polygon)", polygon, p -> (double) p.points().size());
    one("isclosed(path)", path, Path::closed);
    one("isopen(path)", path, p -> !p.closed());
    two("slope(point,point)", point, point, Point::slope);
  }

  private GeometryFunctions() {}

  private static <A> void one(String signature, Function<String, A> read, Function<A, ?> body) {
    BY_SIGNATURE.put(signature, a -> body.apply(read.apply((String) a[0])));
  }

  private static <A, B> void two(
      String signature,
      Function<String, A> first,
      Function<String, B> second,
      BiFunction<A, B, ?> body) {
    BY_SIGNATURE.put(
        signature, a -> body.apply(first.apply((String) a[0]), second.apply((String) a[1])));
  }

  /**
   * Calls a function.
   *
   * @param arguments texts of shapes, and numbers as doubles
   * @return a shape's text, a Double, a Boolean or null
   */
  public static Object call(String signature, Object... arguments) {
    Object result = BY_SIGNATURE.get(signature).apply(arguments);
    return result == null || result instanceof Double || result instanceof Boolean
        ? result
        : result.toString();
  }

  /** The number by its subscript in a point or a line; null outside. */
  public static Double coordinate(String stored, int index) {
    if (stored.startsWith("{")) {
      Line line = Line.read(stored);
      return switch (index) {
        case 0 -> line.a();
        case 1 -> line.b();
        case 2 -> line.c();
        default -> null;
      };
    }
    Point point = GeometryForms.point(stored);
    return index == 0 ? (Double) point.x() : index == 1 ? (Double) point.y() : null;
  }

  /** The corner of a box, or the end of a segment, by its subscript; null outside 0 and 1. */
  public static String corner(String stored, int index) {
    boolean segment = stored.startsWith("[");
    Segment ends = segment ? Segment.read(stored) : null;
    Box box = segment ? null : Box.read(stored);
    return switch (index) {
      case 0 -> (segment ? ends.first() : box.high()).toString();
      case 1 -> (segment ? ends.second() : box.low()).toString();
      default -> null;
    };
  }

  static Point middle(Segment segment) {
    return new Point(
        (segment.first().x() + segment.second().x()) / 2,
        (segment.first().y() + segment.second().y()) / 2);
  }

  static Point center(Box box) {
    return new Point((box.high().x() + box.low().x()) / 2, (box.high().y() + box.low().y()) / 2);
  }

  static double area(Box box) {
    return (box.high().x() - box.low().x()) * (box.high().y() - box.low().y());
  }

  static double area(Circle circle) {
    return circle.radius() * circle.radius() * Math.PI;
  }

  private static Box inner(Circle circle) {
    double delta = circle.radius() / Math.sqrt(2);
    Point center = circle.center();
    return new Box(
        new Point(center.x() + delta, center.y() + delta),
        new Point(center.x() - delta, center.y() - delta));
  }

  private static Box bounds(Box left, Box right) {
    return new Box(
        new Point(
            Math.max(left.high().x(), right.high().x()),
            Math.max(left.high().y(), right.high().y())),
        new Point(
            Math.min(left.low().x(), right.low().x()), Math.min(left.low().y(), right.low().y())));
  }

  private static Polygon polygon(Box box) {
    return new Polygon(
        List.of(
            box.low(),
            new Point(box.low().x(), box.high().y()),
            box.high(),
            new Point(box.high().x(), box.low().y())));
  }

  private static Polygon polygon(Path path) {
    if (!path.closed()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, "open path cannot be converted to polygon");
    }
    return new Polygon(path.points());
  }

  private static Polygon polygon(int count, Circle circle) {
    if (Point.isZero(circle.radius())) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot convert circle with radius zero to polygon");
    }
    if (count < 2) {
      throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "must request at least 2 points");
    }
    List<Point> points = new ArrayList<>();
    double step = 2 * Math.PI / count;
    for (int i = 0; i < count; i++) {
      points.add(
          new Point(
              circle.center().x() - circle.radius() * Math.cos(step * i),
              circle.center().y() + circle.radius() * Math.sin(step * i)));
    }
    return new Polygon(points);
  }
}
