package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.value.ValueForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codec of every type: the families are listed here, the registry is derived. */
final class Codecs {
  private record Family(TypeCodec.Factory factory, List<PgType> types) {}

  private static final List<Family> FAMILIES =
      List.of(
          family(BoolCodec::new, PgTypes.BOOL),
          family(IntegerCodec::new, PgTypes.INT2, PgTypes.INT4, PgTypes.INT8),
          family(FloatCodec::new, PgTypes.FLOAT4, PgTypes.FLOAT8),
          family(NumericCodec::new, PgTypes.NUMERIC),
          family(
              TextCodec::new,
              PgTypes.TEXT,
              PgTypes.VARCHAR,
              PgTypes.BPCHAR,
              PgTypes.NAME,
              PgTypes.UNKNOWN,
              PgTypes.CSTRING,
              PgTypes.PG_NODE_TREE),
          family(CharCodec::new, PgTypes.CHAR),
          family(ByteaCodec::new, PgTypes.BYTEA),
          family(DateCodec::new, PgTypes.DATE),
          family(TimeCodec::new, PgTypes.TIME, PgTypes.TIMETZ),
          family(TimestampCodec::new, PgTypes.TIMESTAMP, PgTypes.TIMESTAMPTZ),
          family(IntervalCodec::new, PgTypes.INTERVAL),
          family(UuidCodec::new, PgTypes.UUID),
          family(JsonCodec::new, PgTypes.JSON, PgTypes.JSONB, PgTypes.JSONPATH),
          family(MoneyCodec::new, PgTypes.MONEY),
          family(
              OidCodec::new,
              PgTypes.OID,
              PgTypes.XID,
              PgTypes.CID,
              PgTypes.REGPROC,
              PgTypes.REGPROCEDURE,
              PgTypes.REGOPER,
              PgTypes.REGOPERATOR,
              PgTypes.REGCLASS,
              PgTypes.REGTYPE,
              PgTypes.REGROLE,
              PgTypes.REGNAMESPACE,
              PgTypes.REGCONFIG,
              PgTypes.REGDICTIONARY,
              PgTypes.REGCOLLATION),
          family(Xid8Codec::new, PgTypes.XID8),
          family(VectorCodec::new, PgTypes.INT2VECTOR, PgTypes.OIDVECTOR),
          family(RecordCodec::new, PgTypes.RECORD),
          // A pseudo-type, which its category does not show as an array.
          family(ArrayCodec::new, PgTypes.RECORD_ARRAY),
          family(VoidCodec::new, PgTypes.VOID));

  private static final Map<PgType, TypeCodec.Factory> BY_TYPE = new HashMap<>();

  static {
    for (Family family : FAMILIES) {
      for (PgType type : family.types) {
        BY_TYPE.put(type, family.factory);
      }
    }
  }

  private Codecs() {}

  /** The factory of a type's codec; types without one of their own have only their text. */
  static TypeCodec.Factory of(PgType type) {
    TypeCodec.Factory factory = BY_TYPE.get(type);
    if (factory != null) {
      return factory;
    }
    if (ValueForms.of(type) != null) {
      return StoredTextCodec::new;
    }
    if (type.isArray()) {
      return ArrayCodec::new;
    }
    return switch (type.kind()) {
      case DOMAIN -> Codecs::domain;
      case COMPOSITE -> RecordCodec::new;
      case ENUM -> TextCodec::new;
      default -> TextOnlyCodec::new;
    };
  }

  private static TypeCodec domain(PgType type, int typmod, CodecContext context) {
    PgType base = context.baseOf(type);
    int modifier = typmod < 0 ? type.baseTypmod() : typmod;
    if (base.kind() == TypeKind.DOMAIN) {
      throw new IllegalStateException("a domain without a base type: " + type);
    }
    return of(base).make(base, modifier, context);
  }

  private static Family family(TypeCodec.Factory factory, PgType... types) {
    return new Family(factory, List.of(types));
  }
}
