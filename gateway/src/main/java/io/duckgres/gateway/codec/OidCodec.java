package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.netty.buffer.ByteBuf;
import java.util.Set;

/**
 * oid, xid, cid, and the OIDs that show a name: regclass and its kin. Sources: {@code
 * src/backend/utils/adt/oid.c}, {@code regproc.c}.
 */
final class OidCodec extends TypeCodec {
  private static final Set<PgType> NUMBERS = Set.of(PgTypes.OID, PgTypes.XID, PgTypes.CID);
  private static final long LARGEST = 0xFFFF_FFFFL;

  private final FormatSettings.OidNames names;
  private final ValueBuffer scratch = new ValueBuffer(64);

  OidCodec(PgType type, int typmod, CodecContext context) {
    super(type);
    names = NUMBERS.contains(type) ? null : context.settings().names();
  }

  @Override
  boolean readsText() {
    return true;
  }

  @Override
  void writeText(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      values.writeBytes(row, out);
      return;
    }
    long oid = values.getLong(row) & LARGEST;
    if (names == null) {
      out.writeDigits(oid, 1);
    } else if (oid == 0) {
      out.writeByte(
          type().equals(PgTypes.REGOPER) || type().equals(PgTypes.REGOPERATOR) ? '0' : '-');
    } else {
      out.writeUtf8(names.format(type().oid(), oid));
    }
  }

  @Override
  void writeBinary(Values values, int row, ValueBuffer out) {
    if (values.isText()) {
      scratch.reset(0);
      values.writeBytes(row, scratch);
      out.writeInt((int) (long) (Long) readText(scratch.toText(0)));
    } else {
      out.writeInt((int) values.getLong(row));
    }
  }

  @Override
  Object readText(String text) {
    String number = trim(text);
    if (names != null) {
      if (number.equals("-")) {
        return 0L;
      }
      if (number.isEmpty() || number.charAt(0) < '0' || number.charAt(0) > '9') {
        return names.parse(type().oid(), text);
      }
    }
    IntegerText.Result result = IntegerText.parse(number);
    if (result == null) {
      throw invalidText(text);
    }
    // Negative numbers down to int4's least are taken modulo 2^32.
    if (result.tooLarge() || result.value() > LARGEST || result.value() < Integer.MIN_VALUE) {
      throw textOutOfRange(text);
    }
    return result.value() & LARGEST;
  }

  @Override
  Object readBinary(ByteBuf in) {
    expectLength(in, 4);
    return in.readUnsignedInt();
  }
}
