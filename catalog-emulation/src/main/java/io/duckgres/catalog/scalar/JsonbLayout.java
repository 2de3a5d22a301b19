package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Member;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Where PostgreSQL keeps parts of a jsonb value: a header and an entry of four bytes for each key
 * and value, then their data; numbers and containers begin at multiples of four.
 *
 * <p>Source: {@code src/include/utils/jsonb.h}, {@code src/backend/utils/adt/jsonb_util.c}
 * (convertJsonbValue) and {@code numeric.c} (make_result).
 */
final class JsonbLayout {
  private static final int WORD = 4;

  /** The part that is looked for, by identity. */
  private final JsonValue wanted;

  private long found = -1;

  private JsonbLayout(JsonValue wanted) {
    this.wanted = wanted;
  }

  /** The offset of a container within another one, -1 when it is no part of it. */
  static long offset(JsonValue root, JsonValue part) {
    if (root == part) {
      return 0;
    }
    JsonbLayout layout = new JsonbLayout(part);
    layout.container(root, 0);
    return layout.found;
  }

  /** Where the container's data end. */
  private long container(JsonValue value, long start) {
    if (value == wanted) {
      found = start;
    }
    long end = start + WORD;
    if (value.isArray()) {
      end += (long) WORD * value.elements().size();
      for (JsonValue element : value.elements()) {
        end = value(element, end);
      }
      return end;
    }
    end += 2L * WORD * value.members().size();
    for (Member member : value.members()) {
      end += member.key().getBytes(StandardCharsets.UTF_8).length;
    }
    for (Member member : value.members()) {
      end = value(member.value(), end);
    }
    return end;
  }

  private long value(JsonValue value, long start) {
    return switch (value.kind()) {
      case STRING -> start + value.text().getBytes(StandardCharsets.UTF_8).length;
      case NUMBER -> aligned(start) + numericSize(value.number());
      case ARRAY, OBJECT -> container(value, aligned(start));
      default -> start;
    };
  }

  private static long aligned(long offset) {
    return (offset + WORD - 1) / WORD * WORD;
  }

  /** Length word and short header, then two bytes for each four decimal digits. */
  private static int numericSize(BigDecimal number) {
    if (number.signum() == 0) {
      return 6;
    }
    BigDecimal plain = number.abs().stripTrailingZeros();
    int last = Math.floorDiv(-plain.scale(), WORD);
    int first = Math.floorDiv(plain.precision() - plain.scale() - 1, WORD);
    return 6 + 2 * (first - last + 1);
  }
}
