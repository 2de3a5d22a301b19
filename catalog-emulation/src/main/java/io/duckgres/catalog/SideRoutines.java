package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.catalog.RoutineUser;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Users' functions and procedures in the side schema. */
record SideRoutines(String side) {
  /** OIDs of functions begin here; those of other kinds of objects are of no concern to them. */
  private static final int FIRST_OID = 200_000;

  static final String COLUMNS =
      "routines(oid BIGINT PRIMARY KEY, schema_name VARCHAR NOT NULL, "
          + "routine_name VARCHAR NOT NULL, kind VARCHAR NOT NULL, "
          + "parameter_names VARCHAR[] NOT NULL, parameter_modes VARCHAR[] NOT NULL, "
          + "type_schemas VARCHAR[] NOT NULL, type_names VARCHAR[] NOT NULL, "
          + "result_schema VARCHAR NOT NULL, result_name VARCHAR NOT NULL, "
          + "returns_set BOOLEAN NOT NULL, is_strict BOOLEAN NOT NULL, "
          + "volatility VARCHAR NOT NULL, parallel VARCHAR NOT NULL, "
          + "is_leakproof BOOLEAN NOT NULL, is_definer BOOLEAN NOT NULL, cost VARCHAR NOT NULL, "
          + "row_estimate VARCHAR NOT NULL, settings VARCHAR[] NOT NULL, "
          + "defaults VARCHAR[] NOT NULL, shown_defaults VARCHAR[] NOT NULL, "
          + "body_form VARCHAR NOT NULL, body VARCHAR NOT NULL, shown_body VARCHAR, "
          + "search_path VARCHAR[] NOT NULL, created_path VARCHAR[] NOT NULL, "
          + "arguments_text VARCHAR NOT NULL, identity_text VARCHAR NOT NULL, "
          + "result_text VARCHAR, definition VARCHAR NOT NULL)";

  static final String USERS =
      "routine_users(routine_oid BIGINT NOT NULL, object_class VARCHAR NOT NULL, "
          + "schema_name VARCHAR NOT NULL, object_name VARCHAR NOT NULL)";

  private static final String READ =
      "SELECT oid, schema_name, routine_name, kind, parameter_names, parameter_modes, "
          + "type_schemas, type_names, result_schema, result_name, returns_set, is_strict, "
          + "volatility, parallel, is_leakproof, is_definer, cost, row_estimate, settings, "
          + "defaults, shown_defaults, body_form, body, shown_body, search_path, created_path FROM ";

  /** Finds a type by schema and name. */
  interface Types {
    PgType find(String schema, String name);
  }

  List<String> changed(Routine before, Routine after, List<String> texts) {
    List<String> statements = new ArrayList<>();
    String oid =
        before == null
            ? "(SELECT coalesce(max(oid), " + FIRST_OID + ") + 1 FROM " + side + ".routines)"
            : Integer.toString(before.oid());
    if (before != null) {
      statements.add("DELETE FROM " + side + ".routines WHERE oid = " + oid);
    }
    PgProc proc = after.proc();
    List<PgType> types = after.parameters().stream().map(Routine.Parameter::type).toList();
    Routine.Options options = after.options();
    Routine.Body body = after.body();
    statements.add(
        "INSERT INTO "
            + side
            + ".routines VALUES ("
            + String.join(
                ", ",
                oid,
                SideSql.schemaLiteral(after.schema()),
                literal(after.name()),
                literal(after.isProcedure() ? "p" : "f"),
                SideSql.texts(after.parameters().stream().map(Routine.Parameter::name).toList()),
                SideSql.texts(
                    after.parameters().stream().map(p -> String.valueOf(p.mode())).toList()),
                SideSql.texts(types.stream().map(PgType::schema).toList()),
                SideSql.texts(types.stream().map(PgType::name).toList()),
                literal(proc.resultType().schema()),
                literal(proc.resultType().name()),
                Boolean.toString(proc.returnsSet()),
                Boolean.toString(proc.strict()),
                literal(String.valueOf(proc.volatility())),
                literal(String.valueOf(options.parallel())),
                Boolean.toString(options.leakproof()),
                Boolean.toString(options.definer()),
                literal(options.cost()),
                literal(options.rows()),
                SideSql.texts(options.settings()),
                SideSql.texts(after.defaults()),
                SideSql.texts(after.shownDefaults()),
                literal(String.valueOf(body.form())),
                literal(body.text()),
                SideSql.nullable(body.shown()),
                SideSql.texts(body.searchPath()),
                SideSql.texts(body.createdPath()),
                texts.stream().map(SideSql::nullable).collect(Collectors.joining(", ")))
            + ")");
    return statements;
  }

  List<String> dropped(Routine routine) {
    String oid = Integer.toString(routine.oid());
    return List.of(
        "DELETE FROM " + side + ".routines WHERE oid = " + oid,
        "DELETE FROM " + side + ".routine_users WHERE routine_oid = " + oid,
        "DELETE FROM "
            + side
            + ".comments WHERE object_class = 'routine' AND object_name = "
            + literal(oid));
  }

  List<String> used(RoutineUser user) {
    return List.of(
        "INSERT INTO "
            + side
            + ".routine_users VALUES ("
            + String.join(
                ", ",
                Integer.toString(user.routine()),
                literal(user.objectClass()),
                SideSql.schemaLiteral(user.schema()),
                literal(user.object()))
            + ")");
  }

  /** All of them whose types exist. */
  static List<Routine> load(Connection connection, InstanceNames names, Types types)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    String sql = READ + SideSchema.qualifiedName(names.engineDatabase()) + ".routines ORDER BY oid";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(Row.of(row));
      }
    }
    // Looking a type up may read through the same connection.
    List<Routine> routines = new ArrayList<>();
    for (Row row : rows) {
      Routine routine = routine(row, types);
      if (routine != null) {
        routines.add(routine);
      }
    }
    return List.copyOf(routines);
  }

  /** A row of the table, lists and all. */
  private record Row(List<Object> values) {
    static Row of(ResultSet row) throws SQLException {
      List<Object> values = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        Object value = row.getObject(i);
        values.add(value instanceof Array array ? strings(array) : value);
      }
      return new Row(values);
    }

    String getString(int column) {
      return (String) values.get(column - 1);
    }

    int getInt(int column) {
      return ((Number) values.get(column - 1)).intValue();
    }

    boolean getBoolean(int column) {
      return (Boolean) values.get(column - 1);
    }

    List<String> getList(int column) {
      return ((List<?>) values.get(column - 1)).stream().map(String.class::cast).toList();
    }
  }

  static List<RoutineUser> users(Connection connection, InstanceNames names) throws SQLException {
    List<RoutineUser> users = new ArrayList<>();
    String sql =
        "SELECT routine_oid, object_class, schema_name, object_name FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".routine_users";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        users.add(
            new RoutineUser(
                row.getInt(1),
                row.getString(2),
                EngineNames.schema(row.getString(3)),
                row.getString(4)));
      }
    }
    return List.copyOf(users);
  }

  private static Routine routine(Row row, Types types) {
    List<String> parameterNames = row.getList(5);
    List<String> modes = row.getList(6);
    List<String> schemas = row.getList(7);
    List<String> typeNames = row.getList(8);
    List<Routine.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < modes.size(); i++) {
      PgType type = types.find(schemas.get(i), typeNames.get(i));
      if (type == null) {
        return null;
      }
      parameters.add(new Routine.Parameter(parameterNames.get(i), modes.get(i).charAt(0), type));
    }
    PgType result = types.find(row.getString(9), row.getString(10));
    return result == null ? null : routine(row, parameters, result, types);
  }

  private static Routine routine(
      Row row, List<Routine.Parameter> parameters, PgType result, Types types) {
    List<Routine.Parameter> inputs =
        parameters.stream().filter(Routine.Parameter::isInput).toList();
    List<String> shownDefaults = row.getList(21);
    PgProc proc =
        new PgProc(
            row.getInt(1),
            row.getString(3),
            row.getString(4).equals("p") ? PgProc.Kind.PROCEDURE : PgProc.Kind.FUNCTION,
            inputs.stream().map(Routine.Parameter::type).toList(),
            inputs.stream().map(Routine.Parameter::name).toList(),
            shownDefaults,
            variadic(inputs, types),
            result,
            row.getBoolean(11),
            row.getBoolean(12),
            row.getString(13).charAt(0),
            parameters.stream()
                .filter(p -> p.mode() != 'i' && p.mode() != 'v')
                .map(p -> new PgProc.Output(p.name(), p.type()))
                .toList(),
            0,
            ' ');
    return new Routine(
        proc,
        EngineNames.schema(row.getString(2)),
        parameters,
        row.getList(20),
        shownDefaults,
        new Routine.Body(
            row.getString(22).charAt(0),
            row.getString(23),
            row.getString(24),
            row.getList(25),
            row.getList(26)),
        new Routine.Options(
            row.getBoolean(15),
            row.getBoolean(16),
            row.getString(14).charAt(0),
            row.getString(17),
            row.getString(18),
            row.getList(19)));
  }

  private static PgType variadic(List<Routine.Parameter> inputs, Types types) {
    Routine.Parameter last = inputs.isEmpty() ? null : inputs.get(inputs.size() - 1);
    if (last == null || last.mode() != 'v') {
      return null;
    }
    if (last.type().equals(PgTypes.ANYARRAY)) {
      return PgTypes.ANYELEMENT;
    }
    // Arrays are called as their elements, with a line before.
    return types.find(last.type().schema(), last.type().name().substring(1));
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      strings.add((String) element);
    }
    return strings;
  }
}
