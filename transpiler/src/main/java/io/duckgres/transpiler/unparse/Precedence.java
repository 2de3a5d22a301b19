package io.duckgres.transpiler.unparse;

/** How tightly printed expressions bind, loosest first. */
final class Precedence {
  static final int LOWEST = 0;
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int IS = 4;
  static final int COMPARISON = 5;
  static final int BETWEEN = 6;
  static final int OTHER = 7;
  static final int ADDITION = 8;
  static final int MULTIPLICATION = 9;
  static final int UNARY = 13;
  static final int ATOM = 20;

  private Precedence() {}

  /** The level of a binary operator's symbol. */
  static int of(String symbol) {
    return switch (symbol) {
      case "=", "<>", "<", "<=", ">", ">=" -> COMPARISON;
      case "+", "-" -> ADDITION;
      case "*", "/", "%", "//" -> MULTIPLICATION;
      default -> OTHER;
    };
  }
}
