package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.ValueForm;
import java.util.Map;

/** tsvector and tsquery: their texts and binary formats. */
public final class SearchForms {
  private SearchForms() {}

  /** Both of them, by their names. */
  public static Map<String, ValueForm> forms() {
    return Map.of("tsvector", new VectorForm(), "tsquery", new QueryForm());
  }

  private record VectorForm() implements ValueForm {
    @Override
    public String read(String text, InputSettings settings) {
      return TsVector.read(text).toString();
    }

    @Override
    public byte[] send(String stored) {
      return TsVector.read(stored).send();
    }

    @Override
    public String receive(BinaryReader in) {
      TsVector vector = TsVector.receive(in);
      in.requireEnd();
      return vector.toString();
    }
  }

  private record QueryForm() implements ValueForm {
    @Override
    public String read(String text, InputSettings settings) {
      return TsQuery.text(TsQueryReader.read(text));
    }

    @Override
    public byte[] send(String stored) {
      TsQuery query = TsQueryReader.read(stored);
      BinaryWriter out = new BinaryWriter().writeInt(TsQuery.size(query));
      TsQuery.send(query, out);
      return out.toBytes();
    }

    @Override
    public String receive(BinaryReader in) {
      if (in.readInt() == 0) {
        throw new PgException(SqlState.INTERNAL_ERROR_, "malformed tsquery: operand not found");
      }
      TsQuery query = TsQuery.receive(in);
      in.requireEnd();
      return TsQuery.text(query);
    }
  }
}
