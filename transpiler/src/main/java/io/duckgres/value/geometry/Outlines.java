package io.duckgres.value.geometry;

import io.duckgres.value.geometry.Shapes.Box;
import io.duckgres.value.geometry.Shapes.Circle;
import io.duckgres.value.geometry.Shapes.Path;
import io.duckgres.value.geometry.Shapes.Polygon;
import io.duckgres.value.geometry.Shapes.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains of points: what they enclose and how long they are.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c} (point_inside, lseg_crossing, path_area,
 * plist_same).
 */
final class Outlines {
  private static final int ON_OUTLINE = Integer.MAX_VALUE;

  private Outlines() {}

  /** Whether a point is inside or on the outline. */
  static boolean encloses(List<Point> outline, Point point) {
    double firstX = outline.get(0).x() - point.x();
    double firstY = outline.get(0).y() - point.y();
    double x = firstX;
    double y = firstY;
    int total = 0;
    for (int i = 1; i <= outline.size(); i++) {
      boolean last = i == outline.size();
      double nextX = last ? firstX : outline.get(i).x() - point.x();
      double nextY = last ? firstY : outline.get(i).y() - point.y();
      int crossing = crossing(nextX, nextY, x, y);
      if (crossing == ON_OUTLINE) {
        return true;
      }
      total += crossing;
      x = nextX;
      y = nextY;
    }
    return total != 0;
  }

  /** How a side crosses the positive x axis: half steps, by direction. */
  private static int crossing(double x, double y, double beforeX, double beforeY) {
    if (Point.isZero(y)) {
      return onAxis(x, beforeX, beforeY);
    }
    int sign = Point.less(0, y) ? 1 : -1;
    if (Point.isZero(beforeY)) {
      return Point.less(beforeX, 0) ? 0 : sign;
    }
    if (sign < 0 ? Point.less(beforeY, 0) : Point.less(0, beforeY)) {
      return 0;
    }
    if (Point.lessOrSame(0, x) && Point.less(0, beforeX)) {
      return 2 * sign;
    }
    if (Point.less(x, 0) && Point.lessOrSame(beforeX, 0)) {
      return 0;
    }
    double z = (x - beforeX) * y - (y - beforeY) * x;
    if (Point.isZero(z)) {
      return ON_OUTLINE;
    }
    return (sign < 0 ? Point.less(z, 0) : Point.less(0, z)) ? 0 : 2 * sign;
  }

  private static int onAxis(double x, double beforeX, double beforeY) {
    if (Point.isZero(x)) {
      return ON_OUTLINE;
    }
    if (Point.less(0, x)) {
      if (Point.isZero(beforeY)) {
        return Point.less(0, beforeX) ? 0 : ON_OUTLINE;
      }
      return Point.less(beforeY, 0) ? 1 : -1;
    }
    return Point.isZero(beforeY) && !Point.less(beforeX, 0) ? ON_OUTLINE : 0;
  }

  /** The sides; a closed path's last point is joined to its first. */
  static List<Segment> sides(List<Point> points, boolean closed) {
    List<Segment> sides = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i > 0) {
        sides.add(new Segment(points.get(i - 1), points.get(i)));
      } else if (closed) {
        sides.add(new Segment(points.get(points.size() - 1), points.get(0)));
      }
    }
    return sides;
  }

  static double length(Path path) {
    double length = 0;
    for (Segment side : sides(path.points(), path.closed())) {
      length += side.first().distance(side.second());
    }
    return length;
  }

  /** The area within a closed path; null for an open one. */
  static Double area(Path path) {
    if (!path.closed()) {
      return null;
    }
    List<Point> points = path.points();
    double area = 0;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      Point next = points.get((i + 1) % points.size());
      area += point.x() * next.y();
      area -= point.y() * next.x();
    }
    return Math.abs(area) / 2;
  }

  static boolean contains(Path path, Point point) {
    if (path.closed()) {
      return encloses(path.points(), point);
    }
    return sides(path.points(), false).stream().anyMatch(side -> Lines.contains(side, point));
  }

  static double distance(List<Point> points, boolean closed, Point point) {
    if (points.size() == 1) {
      return points.get(0).distance(point);
    }
    return sides(points, closed).stream()
        .mapToDouble(side -> Lines.distance(side, point))
        .min()
        .orElse(Double.NaN);
  }

  static Box bounds(Polygon polygon) {
    Point high = polygon.points().get(0);
    Point low = high;
    for (Point point : polygon.points()) {
      high = new Point(Math.max(high.x(), point.x()), Math.max(high.y(), point.y()));
      low = new Point(Math.min(low.x(), point.x()), Math.min(low.y(), point.y()));
    }
    return new Box(high, low);
  }

  /** The circle about the mean of the points, its radius their mean distance from it. */
  static Circle circle(Polygon polygon) {
    Point center = new Point(0, 0);
    for (Point point : polygon.points()) {
      center = center.plus(point);
    }
    int count = polygon.points().size();
    center = new Point(center.x() / count, center.y() / count);
    double radius = 0;
    for (Point point : polygon.points()) {
      radius += point.distance(center);
    }
    return new Circle(center, radius / count);
  }

  /** Whether the outlines are the same from some point on, in either direction. */
  static boolean isSame(Polygon left, Polygon right) {
    int count = left.points().size();
    if (count != right.points().size()) {
      return false;
    }
    for (int start = 0; start < count; start++) {
      if (matches(left, right, start, 1) || matches(left, right, start, -1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Polygon left, Polygon right, int start, int step) {
    int count = left.points().size();
    for (int i = 0; i < count; i++) {
      Point other = right.points().get(Math.floorMod(start + step * i, count));
      if (!left.points().get(i).isSame(other)) {
        return false;
      }
    }
    return true;
  }
}
