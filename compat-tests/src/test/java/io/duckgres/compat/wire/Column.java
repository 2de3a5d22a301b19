package io.duckgres.compat.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column of a RowDescription.
 *
 * @param table OID of the table it comes from, 0 if none
 * @param attribute its number in that table, 0 if none
 * @param type type OID
 * @param length the type's length, negative when variable
 * @param typmod type modifier, -1 if none
 * @param format 0 text, 1 binary
 */
public record Column(
    String name, int table, int attribute, int type, int length, int typmod, int format) {

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("type", TypeNames.show(type));
    fields.put("typmod", typmod);
    fields.put("length", length);
    fields.put("format", format == 0 ? "text" : "binary");
    fields.put("table", table == 0 ? "none" : "some");
    fields.put("attribute", attribute);
    return fields;
  }
}
