package io.duckgres.gateway.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * jsonb's canonical text: one space after colons and commas, keys ordered by length and then by
 * bytes, the last of equal keys, numbers as numeric prints them.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonb.c} (JsonbToCString), {@code jsonb_util.c}
 * (lengthCompareJsonbStringValue).
 */
final class JsonbText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(200_000)
                  .build())
          .build();

  private static final Comparator<byte[]> KEY_ORDER =
      Comparator.<byte[]>comparingInt(key -> key.length)
          .thenComparing(java.util.Arrays::compareUnsigned);

  /** Replaces the JSON text from {@code start} on by its canonical form. */
  void rewrite(int start, ValueBuffer out) {
    byte[] text = out.toBytes(start);
    out.reset(start);
    try (JsonParser parser = FACTORY.createParser(text)) {
      write(read(parser, parser.nextToken()), out);
    } catch (IOException e) {
      // Not JSON at all: the engine let it through, so show it as it is.
      out.reset(start);
      out.writeBytes(text);
    }
  }

  private Object read(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          elements.add(read(parser, next));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private Map<byte[], Object> readObject(JsonParser parser) throws IOException {
    Map<byte[], Object> members = new TreeMap<>(KEY_ORDER);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      byte[] key = parser.currentName().getBytes(StandardCharsets.UTF_8);
      members.put(key, read(parser, parser.nextToken()));
    }
    return members;
  }

  private void write(Object value, ValueBuffer out) {
    if (value instanceof Map<?, ?> members) {
      out.writeByte('{');
      boolean first = true;
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.writeAscii(first ? "" : ", ");
        first = false;
        JsonText.quote(new String((byte[]) member.getKey(), StandardCharsets.UTF_8), out);
        out.writeAscii(": ");
        write(member.getValue(), out);
      }
      out.writeByte('}');
    } else if (value instanceof List<?> elements) {
      out.writeByte('[');
      for (int i = 0; i < elements.size(); i++) {
        out.writeAscii(i == 0 ? "" : ", ");
        write(elements.get(i), out);
      }
      out.writeByte(']');
    } else if (value instanceof String string) {
      JsonText.quote(string, out);
    } else if (value instanceof BigDecimal number) {
      out.writeAscii((number.scale() < 0 ? number.setScale(0) : number).toPlainString());
    } else {
      out.writeAscii(String.valueOf(value));
    }
  }
}
