package io.duckgres.value.geometry;

import io.duckgres.value.geometry.Shapes.Box;
import io.duckgres.value.geometry.Shapes.Line;
import io.duckgres.value.geometry.Shapes.Segment;
import java.util.List;

/**
 * Where lines and segments meet, and what lies closest; computed step by step as PostgreSQL does,
 * so that the last digits agree.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c}.
 */
final class Lines {
  private Lines() {}

  static double slope(Segment segment) {
    return segment.first().slope(segment.second());
  }

  /** The slope of what stands at right angles on the line through two points. */
  static double inverseSlope(Point first, Point second) {
    if (Point.same(first.x(), second.x())) {
      return 0;
    }
    return Point.same(first.y(), second.y())
        ? Double.POSITIVE_INFINITY
        : (first.x() - second.x()) / (second.y() - first.y());
  }

  private static double inverseSlope(Line line) {
    if (Point.isZero(line.a())) {
      return Double.POSITIVE_INFINITY;
    }
    return Point.isZero(line.b()) ? 0 : line.b() / line.a();
  }

  /** Where two lines meet; null when they are parallel. */
  static Point intersection(Line left, Line right) {
    if (!Point.isZero(left.b())) {
      return Point.same(right.a(), left.a() * (right.b() / left.b())) ? null : meet(left, right);
    }
    if (!Point.isZero(right.b())) {
      return Point.same(left.a(), right.a() * (left.b() / right.b())) ? null : meet(right, left);
    }
    return null;
  }

  private static Point meet(Line left, Line right) {
    double x =
        (left.b() * right.c() - right.b() * left.c())
            / (left.a() * right.b() - right.a() * left.b());
    double y = -(left.a() * x + left.c()) / left.b();
    return new Point(x == 0 ? 0 : x, y == 0 ? 0 : y);
  }

  static boolean contains(Segment segment, Point point) {
    return Point.same(
        point.distance(segment.first()) + point.distance(segment.second()),
        segment.first().distance(segment.second()));
  }

  static boolean contains(Line line, Point point) {
    return Point.isZero(line.a() * point.x() + line.b() * point.y() + line.c());
  }

  /** Where a segment meets a line; null when it does not. */
  static Point intersection(Segment segment, Line line) {
    Point point = intersection(Line.of(segment.first(), slope(segment)), line);
    if (point == null || !contains(segment, point)) {
      return null;
    }
    if (segment.first().isSame(point)) {
      return segment.first();
    }
    return segment.second().isSame(point) ? segment.second() : point;
  }

  /** Where two segments meet; null when they do not. */
  static Point intersection(Segment left, Segment right) {
    Point point = intersection(left, Line.of(right.first(), slope(right)));
    return point == null || !contains(right, point) ? null : point;
  }

  /** The point of a line that is closest; null when there is none, as with NaN. */
  static Point closest(Line line, Point point) {
    return intersection(Line.of(point, inverseSlope(line)), line);
  }

  static double distance(Line line, Point point) {
    Point closest = closest(line, point);
    return closest == null ? Double.NaN : closest.distance(point);
  }

  static Point closest(Segment segment, Point point) {
    Line across = Line.of(point, inverseSlope(segment.first(), segment.second()));
    Point foot = intersection(segment, across);
    if (foot != null) {
      return foot;
    }
    double first = distance(across, segment.first());
    return first < distance(across, segment.second()) ? segment.first() : segment.second();
  }

  static double distance(Segment segment, Point point) {
    return closest(segment, point).distance(point);
  }

  static double distance(Segment left, Segment right) {
    if (intersection(left, right) != null) {
      return 0;
    }
    double toLeft = Math.min(distance(left, right.first()), distance(left, right.second()));
    double toRight = Math.min(distance(right, left.first()), distance(right, left.second()));
    return Math.min(toLeft, toRight);
  }

  static double distance(Line left, Line right) {
    if (intersection(left, right) != null) {
      return 0;
    }
    return Math.abs(left.c() - ratio(left, right) * right.c()) / Point.length(left.a(), left.b());
  }

  private static double ratio(Line left, Line right) {
    if (!Point.isZero(left.a()) && !Point.isZero(right.a())) {
      return left.a() / right.a();
    }
    return !Point.isZero(left.b()) && !Point.isZero(right.b()) ? left.b() / right.b() : 1;
  }

  static boolean isSame(Line left, Line right) {
    double ratio = ratio(left, right);
    return Point.same(left.a(), ratio * right.a())
        && Point.same(left.b(), ratio * right.b())
        && Point.same(left.c(), ratio * right.c());
  }

  static boolean arePerpendicular(Line left, Line right) {
    if (Point.isZero(left.a())) {
      return Point.isZero(right.b());
    }
    if (Point.isZero(right.a())) {
      return Point.isZero(left.b());
    }
    if (Point.isZero(left.b())) {
      return Point.isZero(right.a());
    }
    return Point.isZero(right.b())
        ? Point.isZero(left.a())
        : Point.same(left.a() * right.a() / (left.b() * right.b()), -1);
  }

  /** The sides of a box in the order in which PostgreSQL tries them. */
  static List<Segment> sides(Box box) {
    Point left = new Point(box.low().x(), box.high().y());
    Point right = new Point(box.high().x(), box.low().y());
    return List.of(
        new Segment(box.low(), left),
        new Segment(box.high(), left),
        new Segment(box.low(), right),
        new Segment(box.high(), right));
  }
}
