package io.duckgres.gateway.wire;

import io.netty.buffer.ByteBuf;

/**
 * A column of a RowDescription.
 *
 * @param name the column's name
 * @param tableOid the table that the column comes from, 0 for none
 * @param columnNumber the column's number in that table, 0 for none
 * @param typeOid the type's OID
 * @param typeLength pg_type.typlen: bytes, negative for variable length
 * @param typmod the type modifier, -1 for none
 * @param format 0 text, 1 binary
 */
public record FieldDescription(
    String name,
    int tableOid,
    short columnNumber,
    int typeOid,
    short typeLength,
    int typmod,
    short format) {
  /** The same column in another format. */
  public FieldDescription withFormat(short newFormat) {
    return new FieldDescription(
        name, tableOid, columnNumber, typeOid, typeLength, typmod, newFormat);
  }

  void write(ByteBuf out) {
    BackendMessageWriter.string(out, name);
    out.writeInt(tableOid);
    out.writeShort(columnNumber);
    out.writeInt(typeOid);
    out.writeShort(typeLength);
    out.writeInt(typmod);
    out.writeShort(format);
  }
}
