package io.duckgres.value.geometry;

import io.duckgres.value.FloatText;

/**
 * A point.
 *
 * <p>Source: {@code src/backend/utils/adt/geo_ops.c}.
 */
public record Point(double x, double y) {
  /** Numbers that differ by less are the same to PostgreSQL's geometry. */
  private static final double EPSILON = 1.0E-06;

  static boolean isZero(double value) {
    return Math.abs(value) <= EPSILON;
  }

  static boolean same(double left, double right) {
    return left == right || Math.abs(left - right) <= EPSILON;
  }

  static boolean lessOrSame(double left, double right) {
    return left <= right + EPSILON;
  }

  static boolean less(double left, double right) {
    return left + EPSILON < right;
  }

  /** Equality of points, which knows NaN. */
  boolean isSame(Point other) {
    if (Double.isNaN(x) || Double.isNaN(y) || Double.isNaN(other.x) || Double.isNaN(other.y)) {
      return Double.compare(x, other.x) == 0 && Double.compare(y, other.y) == 0;
    }
    return same(x, other.x) && same(y, other.y);
  }

  /** The length of a vector, computed as pg_hypot does. */
  static double length(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    double longer = Math.max(Math.abs(x), Math.abs(y));
    double shorter = Math.min(Math.abs(x), Math.abs(y));
    if (shorter == 0) {
      return longer;
    }
    double ratio = shorter / longer;
    return longer * Math.sqrt(1 + ratio * ratio);
  }

  double distance(Point other) {
    return length(x - other.x, y - other.y);
  }

  Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  /** The product of complex numbers. */
  Point times(Point other) {
    return new Point(x * other.x - y * other.y, x * other.y + y * other.x);
  }

  Point over(Point other) {
    double divisor = other.x * other.x + other.y * other.y;
    if (divisor == 0) {
      throw new io.duckgres.pgtype.PgException(
          io.duckgres.pgtype.SqlState.DIVISION_BY_ZERO, "division by zero");
    }
    return new Point((x * other.x + y * other.y) / divisor, (y * other.x - x * other.y) / divisor);
  }

  /** The slope of the line through two points; infinity when it is vertical. */
  double slope(Point other) {
    if (same(x, other.x)) {
      return Double.POSITIVE_INFINITY;
    }
    return same(y, other.y) ? 0 : (y - other.y) / (x - other.x);
  }

  @Override
  public String toString() {
    return "(" + FloatText.of(x) + "," + FloatText.of(y) + ")";
  }
}
