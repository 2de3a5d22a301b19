package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.UnionVector;

/** Lists, arrays, maps, structs and unions. */
final class NestedValues {
  private NestedValues() {}

  /** LIST, and MAP as a list of its entries. */
  static final class Lists extends Values {
    private final ArrowBuf offsets;
    private final Values elements;
    private final boolean map;

    Lists(ListVector vector, Values elements, boolean map) {
      super(vector);
      offsets = vector.getOffsetBuffer();
      this.elements = elements;
      this.map = map;
    }

    @Override
    PgType natural() {
      return map ? PgTypes.JSON : arrayOf(elements.natural());
    }

    @Override
    Values elements() {
      return elements;
    }

    @Override
    int listStart(int row) {
      return offsets.getInt(row * 4L);
    }

    @Override
    int listEnd(int row) {
      return offsets.getInt(row * 4L + 4);
    }
  }

  /** ARRAY: lists of one length. */
  static final class FixedLists extends Values {
    private final Values elements;
    private final int length;

    FixedLists(FixedSizeListVector vector, Values elements) {
      super(vector);
      this.elements = elements;
      length = vector.getListSize();
    }

    @Override
    PgType natural() {
      return arrayOf(elements.natural());
    }

    @Override
    Values elements() {
      return elements;
    }

    @Override
    int listStart(int row) {
      return row * length;
    }

    @Override
    int listEnd(int row) {
      return (row + 1) * length;
    }
  }

  /** STRUCT. */
  static final class Structs extends Values {
    private final Values[] fields;

    Structs(FieldVector vector, Values[] fields) {
      super(vector);
      this.fields = fields.clone();
    }

    @Override
    PgType natural() {
      return PgTypes.RECORD;
    }

    @Override
    Values[] fields() {
      return fields;
    }
  }

  /** UNION: of its members, one is set in each row. */
  static final class Unions extends Values {
    private final UnionVector vector;
    private final Values[] members;

    Unions(UnionVector vector, Values[] members) {
      super(vector);
      this.vector = vector;
      this.members = members.clone();
    }

    @Override
    boolean isNull(int row) {
      Values member = member(row);
      return member == null || member.isNull(row);
    }

    @Override
    PgType natural() {
      return PgTypes.JSON;
    }

    /** The member that is set; null when none is. */
    Values member(int row) {
      int index = vector.getTypeValue(row);
      return index >= 0 && index < members.length ? members[index] : null;
    }
  }

  private static PgType arrayOf(PgType element) {
    if (element.isArray() || element.equals(PgTypes.RECORD_ARRAY)) {
      return element;
    }
    PgType array = PgTypes.arrayOf(element);
    return array == null ? PgTypes.arrayOf(PgTypes.TEXT) : array;
  }
}
