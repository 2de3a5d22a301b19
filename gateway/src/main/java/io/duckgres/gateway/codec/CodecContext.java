package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.ResultColumn;
import java.util.List;

/**
 * What codecs are made with.
 *
 * @param settings of the session
 * @param catalog for users' types; null when only built-in types can occur
 */
record CodecContext(FormatSettings settings, CatalogSnapshot catalog) {

  TypeCodec codec(PgType type, int typmod) {
    return Codecs.of(type).make(type, typmod, this);
  }

  /** The codec of a result's column; a type of null is shown as text. */
  TypeCodec codec(ResultColumn column) {
    PgType type = column.type() == null ? PgTypes.TEXT : column.type();
    if (column.fields().isEmpty()) {
      return codec(type, column.typmod());
    }
    RecordCodec record =
        new RecordCodec(
            PgTypes.RECORD,
            this,
            column.fields().stream()
                .map(field -> field.type() == null ? null : codec(field))
                .toList());
    return type.equals(PgTypes.RECORD) ? record : new ArrayCodec(type, record, this);
  }

  /**
   * The element type of an array, never null: one that nobody knows travels as text, as enums do.
   */
  PgType elementOf(PgType array) {
    PgType element = PgTypes.elementOf(array);
    if (element == null && catalog != null) {
      element = catalog.elementOf(array);
    }
    return element != null
        ? element
        : PgType.enumType(array.elementOid(), array.schema(), array.name(), array.oid());
  }

  /** The type beneath a domain; the type itself when it is none. */
  PgType baseOf(PgType type) {
    PgType base = type;
    while (base.kind() == TypeKind.DOMAIN) {
      PgType next = PgTypes.byOid(base.baseOid());
      if (next == null && catalog != null) {
        next = catalog.typeByOid(base.baseOid());
      }
      if (next == null) {
        return PgTypes.TEXT;
      }
      base = next;
    }
    return base;
  }

  List<Attribute> fieldsOf(PgType composite) {
    return catalog == null ? List.of() : catalog.fieldsOf(composite);
  }
}
