package io.duckgres.pgtype;

/** What sort of type a {@link PgType} is: {@code pg_type.typtype}. */
public enum TypeKind {
  BASE('b'),
  COMPOSITE('c'),
  DOMAIN('d'),
  ENUM('e'),
  MULTIRANGE('m'),
  PSEUDO('p'),
  RANGE('r');

  private final char code;

  TypeKind(char code) {
    this.code = code;
  }

  /** The letter that {@code pg_type.typtype} shows. */
  public char code() {
    return code;
  }

  static TypeKind of(char code) {
    for (TypeKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown typtype " + code);
  }
}
