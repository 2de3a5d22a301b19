package io.duckgres.value.geometry;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.value.FloatText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shapes as values, each printed as its output function prints it.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c}.
 */
final class Shapes {
  private Shapes() {}

  private static String list(List<Point> points) {
    return points.stream().map(Point::toString).collect(Collectors.joining(","));
  }

  /** A x + B y + C = 0. */
  record Line(double a, double b, double c) {
    static Line read(String text) {
      GeometryReader reader = new GeometryReader("line", text);
      reader.in.skipSpaces();
      if (reader.in.take('{')) {
        double a = reader.number();
        reader.expect(',');
        double b = reader.number();
        reader.expect(',');
        double c = reader.number();
        reader.expect('}');
        reader.in.skipSpaces();
        reader.requireEnd();
        return of(a, b, c);
      }
      List<Point> points = reader.path(true, 2);
      reader.requireEnd();
      return through(points.get(0), points.get(1));
    }

    static Line of(double a, double b, double c) {
      if (Point.isZero(a) && Point.isZero(b)) {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION,
            "invalid line specification: A and B cannot both be zero");
      }
      return new Line(a, b, c);
    }

    static Line through(Point first, Point second) {
      if (first.isSame(second)) {
        throw new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION,
            "invalid line specification: must be two distinct points");
      }
      return of(first, first.slope(second));
    }

    static Line of(Point point, double slope) {
      if (Double.isInfinite(slope)) {
        return new Line(-1, 0, point.x());
      }
      if (slope == 0) {
        return new Line(0, -1, point.y());
      }
      double c = point.y() - slope * point.x();
      return new Line(slope, -1, c == 0 ? 0 : c);
    }

    @Override
    public String toString() {
      return "{" + FloatText.of(a) + "," + FloatText.of(b) + "," + FloatText.of(c) + "}";
    }
  }

  /** A line segment. */
  record Segment(Point first, Point second) {
    static Segment read(String text) {
      GeometryReader reader = new GeometryReader("lseg", text);
      List<Point> points = reader.path(true, 2);
      reader.requireEnd();
      return new Segment(points.get(0), points.get(1));
    }

    @Override
    public String toString() {
      return "[" + first + "," + second + "]";
    }
  }

  /** A box by its upper right and lower left corners. */
  record Box(Point high, Point low) {
    static Box read(String text) {
      GeometryReader reader = new GeometryReader("box", text);
      List<Point> points = reader.path(false, 2);
      reader.requireEnd();
      return of(points.get(0), points.get(1));
    }

    static Box of(Point first, Point second) {
      boolean swapX = Double.compare(first.x(), second.x()) < 0;
      boolean swapY = Double.compare(first.y(), second.y()) < 0;
      return new Box(
          new Point(swapX ? second.x() : first.x(), swapY ? second.y() : first.y()),
          new Point(swapX ? first.x() : second.x(), swapY ? first.y() : second.y()));
    }

    @Override
    public String toString() {
      return high + "," + low;
    }
  }

  /** A path. */
  record Path(boolean closed, List<Point> points) {
    static Path read(String text) {
      GeometryReader reader = new GeometryReader("path", text);
      int count = reader.countPairs();
      if (count == 0) {
        throw reader.invalid();
      }
      boolean outer = reader.takeOuterParenthesis();
      List<Point> points = reader.path(true, count);
      boolean closed = !reader.open;
      if (outer) {
        reader.expect(')');
        reader.in.skipSpaces();
      }
      reader.requireEnd();
      return new Path(closed, points);
    }

    @Override
    public String toString() {
      return closed ? "(" + list(points) + ")" : "[" + list(points) + "]";
    }
  }

  /** A polygon. */
  record Polygon(List<Point> points) {
    static Polygon read(String text) {
      GeometryReader reader = new GeometryReader("polygon", text);
      int count = reader.countPairs();
      if (count == 0) {
        throw reader.invalid();
      }
      List<Point> points = reader.path(false, count);
      reader.requireEnd();
      return new Polygon(points);
    }

    @Override
    public String toString() {
      return "(" + list(points) + ")";
    }
  }

  /** A circle. */
  record Circle(Point center, double radius) {
    static Circle read(String text) {
      GeometryReader reader = new GeometryReader("circle", text);
      int depth = 0;
      reader.in.skipSpaces();
      boolean angle = reader.in.take('<');
      if (angle) {
        depth++;
      } else if (reader.in.peek() == '(') {
        int start = reader.in.position();
        reader.in.next();
        reader.in.skipSpaces();
        if (reader.in.peek() == '(') {
          depth++;
        } else {
          reader.in.moveTo(start);
        }
      }
      Point center = reader.pair();
      reader.in.take(',');
      double radius = reader.number();
      if (radius < 0) {
        throw reader.invalid();
      }
      if (depth > 0) {
        if (!reader.in.take(')') && !reader.in.take('>')) {
          throw reader.invalid();
        }
        reader.in.skipSpaces();
      }
      reader.requireEnd();
      return new Circle(center, radius);
    }

    @Override
    public String toString() {
      return "<" + center + "," + FloatText.of(radius) + ">";
    }
  }
}
