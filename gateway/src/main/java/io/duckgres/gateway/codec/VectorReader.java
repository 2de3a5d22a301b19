package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.UnionVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;

/** Finds out how the values of an Arrow vector are read. */
final class VectorReader {
  /** Where Arrow keeps the name of an extension type. */
  private static final String EXTENSION_NAME = "ARROW:extension:name";

  /** What else there is to know: for DuckDB's own types a JSON object with the type's name. */
  private static final String EXTENSION_METADATA = "ARROW:extension:metadata";

  private VectorReader() {}

  /**
   * The values of a vector.
   *
   * @param dictionaries of the batch; null when it has none
   * @throws PgException 0A000 for a vector that no type of DuckDB's arrives as
   */
  static Values read(FieldVector vector, DictionaryProvider dictionaries) {
    DictionaryEncoding encoding = vector.getField().getDictionary();
    if (encoding != null) {
      FieldVector labels = dictionaries.lookup(encoding.getId()).getVector();
      return new BytesValues.Labels((BaseIntVector) vector, (VarCharVector) labels);
    }
    Values extension = extension(vector);
    return extension != null ? extension : plain(vector, dictionaries);
  }

  /** Types that arrive as an extension of a type of Arrow's; null for the others. */
  private static Values extension(FieldVector vector) {
    Map<String, String> metadata = vector.getField().getMetadata();
    String name = metadata.get(EXTENSION_NAME);
    if (name == null) {
      return null;
    }
    return switch (name) {
      case "arrow.bool8" -> new NumberValues.ByteBooleans(vector);
      case "arrow.uuid" -> new BytesValues.Uuids(vector);
      case "arrow.json" -> new BytesValues.Variable(vector, PgTypes.JSON);
      case "arrow.opaque" -> opaque(vector, metadata.getOrDefault(EXTENSION_METADATA, ""));
      default -> null;
    };
  }

  private static Values opaque(FieldVector vector, String metadata) {
    if (metadata.contains("\"time_tz\"")) {
      return new TimeValues.ZonedTimes(vector);
    }
    if (metadata.contains("\"hugeint\"")) {
      return new NumberValues.HugeIntegers(vector, false);
    }
    if (metadata.contains("\"uhugeint\"")) {
      return new NumberValues.HugeIntegers(vector, true);
    }
    if (metadata.contains("\"bit\"")) {
      return new BytesValues.BitStrings(vector);
    }
    throw PgException.notSupported("the engine's type " + metadata);
  }

  private static Values plain(FieldVector vector, DictionaryProvider dictionaries) {
    return switch (vector.getMinorType()) {
      case BIT -> new NumberValues.Bits((BitVector) vector);
      case TINYINT -> new NumberValues.Integers(vector, 1, false);
      case SMALLINT -> new NumberValues.Integers(vector, 2, false);
      case INT -> new NumberValues.Integers(vector, 4, false);
      case BIGINT -> new NumberValues.Integers(vector, 8, false);
      case UINT1 -> new NumberValues.Integers(vector, 1, true);
      case UINT2 -> new NumberValues.Integers(vector, 2, true);
      case UINT4 -> new NumberValues.Integers(vector, 4, true);
      case UINT8 -> new NumberValues.Integers(vector, 8, true);
      case FLOAT4 -> new NumberValues.Floats(vector);
      case FLOAT8 -> new NumberValues.Doubles(vector);
      case DECIMAL -> new NumberValues.Decimals((DecimalVector) vector);
      case VARCHAR -> new BytesValues.Variable(vector, PgTypes.TEXT);
      case VARBINARY -> new BytesValues.Variable(vector, PgTypes.BYTEA);
      case DATEDAY -> new TimeValues.Dates(vector);
      case TIMEMICRO -> new TimeValues.Times(vector, 1);
      case TIMENANO -> new TimeValues.Times(vector, 1_000);
      case TIMESTAMPSEC -> new TimeValues.Timestamps(vector, 1_000_000, 1, false);
      case TIMESTAMPMILLI -> new TimeValues.Timestamps(vector, 1_000, 1, false);
      case TIMESTAMPMICRO -> new TimeValues.Timestamps(vector, 1, 1, false);
      case TIMESTAMPNANO -> new TimeValues.Timestamps(vector, 1, 1_000, false);
      case TIMESTAMPMICROTZ -> new TimeValues.Timestamps(vector, 1, 1, true);
      case INTERVALMONTHDAYNANO -> new TimeValues.Intervals(vector);
      case NULL -> new BytesValues.Nothing((NullVector) vector);
      case LIST, MAP -> list((ListVector) vector, dictionaries);
      case FIXED_SIZE_LIST -> {
        FixedSizeListVector list = (FixedSizeListVector) vector;
        yield new NestedValues.FixedLists(list, read(list.getDataVector(), dictionaries));
      }
      case STRUCT ->
          new NestedValues.Structs(
              vector, readAll(((StructVector) vector).getChildrenFromFields(), dictionaries));
      case UNION ->
          new NestedValues.Unions(
              (UnionVector) vector,
              readAll(((UnionVector) vector).getChildrenFromFields(), dictionaries));
      default -> throw PgException.notSupported("the engine's type " + vector.getMinorType());
    };
  }

  private static Values list(ListVector list, DictionaryProvider dictionaries) {
    boolean map = list.getMinorType() == org.apache.arrow.vector.types.Types.MinorType.MAP;
    return new NestedValues.Lists(list, read(list.getDataVector(), dictionaries), map);
  }

  private static Values[] readAll(List<FieldVector> vectors, DictionaryProvider dictionaries) {
    return vectors.stream().map(vector -> read(vector, dictionaries)).toArray(Values[]::new);
  }
}
