package io.duckgres.catalog.scalar;

/**
 * Trigonometry in degrees, exact at the angles where it should be: the functions of radians, scaled
 * so that they hit 30, 45, 60 and 90 degrees.
 *
 * <p>Source: {@code src/backend/utils/adt/float.c} (sind_q1, cosd_q1, dtand …).
 */
final class DegreeFunctions {
  private static final double RADIANS_PER_DEGREE = 0.0174532925199432957692;
  private static final double SIN_30 = StrictMath.sin(30 * RADIANS_PER_DEGREE);
  private static final double ONE_MINUS_COS_60 = 1 - StrictMath.cos(60 * RADIANS_PER_DEGREE);
  private static final double ASIN_HALF = StrictMath.asin(0.5);
  private static final double ACOS_HALF = StrictMath.acos(0.5);
  private static final double TAN_45 = sinFirst(45) / cosFirst(45);
  private static final double COT_45 = cosFirst(45) / sinFirst(45);

  private DegreeFunctions() {}

  static double sin(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    double angle = FloatFunctions.finiteArgument(degrees) % 360;
    int sign = 1;
    if (angle < 0) {
      angle = -angle;
      sign = -sign;
    }
    if (angle > 180) {
      angle = 360 - angle;
      sign = -sign;
    }
    if (angle > 90) {
      angle = 180 - angle;
    }
    return sign * sinFirst(angle);
  }

  static double cos(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    double angle = Math.abs(FloatFunctions.finiteArgument(degrees) % 360);
    int sign = 1;
    if (angle > 180) {
      angle = 360 - angle;
    }
    if (angle > 90) {
      angle = 180 - angle;
      sign = -sign;
    }
    return sign * cosFirst(angle);
  }

  static double tan(double degrees) {
    return positiveZero(slope(degrees, false));
  }

  static double cot(double degrees) {
    return positiveZero(slope(degrees, true));
  }

  private static double slope(double degrees, boolean inverse) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    double angle = FloatFunctions.finiteArgument(degrees) % 360;
    int sign = 1;
    if (angle < 0) {
      angle = -angle;
      sign = -sign;
    }
    if (angle > 180) {
      angle = 360 - angle;
      sign = -sign;
    }
    if (angle > 90) {
      angle = 180 - angle;
      sign = -sign;
    }
    double value =
        inverse
            ? cosFirst(angle) / sinFirst(angle) / COT_45
            : sinFirst(angle) / cosFirst(angle) / TAN_45;
    return sign * value;
  }

  private static double positiveZero(double value) {
    return value == 0 ? 0 : value;
  }

  static double asin(double value) {
    if (Double.isNaN(value)) {
      return value;
    }
    FloatFunctions.unitArgument(value);
    return value >= 0 ? asinFirst(value) : -asinFirst(-value);
  }

  static double acos(double value) {
    if (Double.isNaN(value)) {
      return value;
    }
    FloatFunctions.unitArgument(value);
    return value >= 0 ? acosFirst(value) : 90 + asinFirst(-value);
  }

  private static double sinFirst(double degrees) {
    return degrees <= 30 ? sinTo30(degrees) : cosTo60(90 - degrees);
  }

  private static double cosFirst(double degrees) {
    return degrees <= 60 ? cosTo60(degrees) : sinTo30(90 - degrees);
  }

  private static double sinTo30(double degrees) {
    return StrictMath.sin(degrees * RADIANS_PER_DEGREE) / SIN_30 / 2;
  }

  private static double cosTo60(double degrees) {
    double oneMinus = 1 - StrictMath.cos(degrees * RADIANS_PER_DEGREE);
    return 1 - oneMinus / ONE_MINUS_COS_60 / 2;
  }

  private static double asinFirst(double value) {
    return value <= 0.5
        ? StrictMath.asin(value) / ASIN_HALF * 30
        : 90 - StrictMath.acos(value) / ACOS_HALF * 60;
  }

  private static double acosFirst(double value) {
    return value <= 0.5
        ? 90 - StrictMath.asin(value) / ASIN_HALF * 30
        : StrictMath.acos(value) / ACOS_HALF * 60;
  }
}
