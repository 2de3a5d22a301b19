package io.duckgres.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is recorded: expressions of PostgreSQL, each under some run-time parameters. */
final class EncodingCases {
  /**
   * One value.
   *
   * @param expression an expression of the type
   * @param type its type, with modifier, as it is cast to
   * @param settings run-time parameters that differ from the defaults
   */
  record Case(String expression, String type, Map<String, String> settings) {}

  private static final Map<String, String> DEFAULTS = Map.of();

  private EncodingCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    add(cases, "bool", "true", "false", "null");
    add(cases, "int2", "0", "1", "-1", "32767", "-32768");
    add(cases, "int4", "0", "7", "-42", "2147483647", "-2147483648", "1000000");
    add(cases, "int8", "0", "99", "-100", "9223372036854775807", "'-9223372036854775808'");
    for (String type : List.of("float8", "float4")) {
      add(
          cases,
          type,
          "'0'",
          "'-0'",
          "'1'",
          "'-1.5'",
          "'NaN'",
          "'Infinity'",
          "'-Infinity'",
          "'0.1'",
          "'0.0001'",
          "'0.00001'",
          "'123456'",
          "'1234567'",
          "'100000'",
          "'1000000'",
          "'99999'",
          "'1e10'",
          "'1e14'",
          "'1e15'",
          "'1e16'",
          "'123456789012345'",
          "'1e22'",
          "'1e23'",
          "'3.4e38'",
          "'1.17549435e-38'",
          "'1e-45'",
          "'2.5e-40'",
          "'9007199254740993'",
          "'0.3'",
          "'2e-44'",
          "'16777216'",
          "'33554432'",
          "'4.35'",
          "'2.718281828459045'",
          "'1.1754943e-38'",
          "'8388608'",
          "'4503599627370496'",
          "'9.5367431640625e-07'");
    }
    add(
        cases,
        "float8",
        "'5e-324'",
        "'1e-323'",
        "'2.2250738585072014e-308'",
        "'1.7976931348623157e308'",
        "'4.9406564584124654e-324'",
        "'1e100'",
        "'-1e-100'",
        "'1e-30'");
    for (int digits : new int[] {0, -1, -3, -15, 3}) {
      Map<String, String> settings = Map.of("extra_float_digits", Integer.toString(digits));
      for (String type : List.of("float8", "float4")) {
        add(
            cases,
            settings,
            type,
            "'0.1'",
            "'1.0'::float8/3",
            "'2'::float8/3*1e20",
            "'123456789'",
            "'1e-7'",
            "'0'",
            "'99999999'",
            "'1e15'",
            "'123456.789'");
      }
    }
    add(cases, "numeric(38,18)", "0", "1.5", "-1.5", "12345678901234567890.123456789012345678");
    add(
        cases,
        "numeric(10,2)",
        "0",
        "1",
        "1.5",
        "-1.55",
        "99999999.99",
        "0.01",
        "-0.01",
        "100",
        "10000",
        "12345.67");
    add(cases, "numeric(18,4)", "0.0001", "10000.0001", "99990000", "-12345678901234.5678", "1e8");
    add(
        cases,
        "numeric(38,0)",
        "0",
        "10000",
        "99999999999999999999999999999999999999",
        "-100000000000000000000",
        "12345678901234567890");
    add(cases, "numeric(5,5)", "0.00001", "0.1", "-0.99999");
    add(
        cases,
        "numeric(30,25)",
        "0.0000000000000000000000001",
        "12345.5",
        "-99999.9999999999999999999999999");
    add(cases, "numeric(3,0)", "7", "-999");
    add(
        cases,
        "text",
        "''",
        "'a'",
        "'ä€😀'",
        "E'a\\nb\\t\"c\\\\'",
        "'NULL'",
        "' x '",
        "null",
        "repeat('xyz', 1000)",
        "'{}'",
        "'a,b'");
    add(cases, "varchar(10)", "'abc'", "''", "'äöü'");
    add(cases, "varchar", "'abc'");
    add(cases, "char(5)", "'abc'", "''", "'abcde'");
    add(cases, "name", "'pg_class'");
    add(cases, "\"char\"", "'r'", "''", "'~'");
    add(
        cases,
        "bytea",
        "'\\x'",
        "'\\x00ff10'",
        "'\\xdeadbeef'",
        "'abc'",
        "E'a\\\\\\\\b'::bytea",
        "decode('00010203202122277e7f80ff5c','hex')");
    add(
        cases,
        Map.of("bytea_output", "escape"),
        "bytea",
        "'\\x'",
        "'\\x00ff10'",
        "'abc'",
        "decode('00010203202122277e7f80ff5c','hex')");
    add(
        cases,
        "uuid",
        "'00000000-0000-0000-0000-000000000000'",
        "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
        "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
    add(cases, "json", "'{\"a\": 1,  \"b\":[1,2]}'", "'null'", "'1.50'", "'\"x\"'", "'[]'");
    add(
        cases,
        "jsonb",
        "'{\"bb\":1, \"a\":[1, 2.50 ,\"x\\u00e4\"], \"c\":null,\"a\":{}}'",
        "'null'",
        "'1e5'",
        "'1.50'",
        "'\"q\\\"\\\\ \\n \\u0001\"'",
        "'[]'",
        "'{}'",
        "'[true,false]'",
        "'{\"ä\":1,\"z\":2,\"aa\":3}'",
        "'1e-7'",
        "'-0'");
    dates(cases);
    intervals(cases);
    add(cases, "oid", "0", "16384", "'4294967295'");
    add(cases, "xid", "'0'", "'4294967295'");
    add(cases, "cid", "'5'");
    add(cases, "bit(8)", "B'10101010'", "B'00000000'");
    add(cases, "bit(3)", "B'101'");
    add(cases, "bit(1)", "B'1'");
    add(cases, "varbit", "B'1'", "B'1010101010101'", "B'11111111'");
    add(cases, "int2vector", "'1 2 3'", "'7'");
    add(cases, "oidvector", "'1 2 4294967295'");
    arrays(cases);
    cases.addAll(StoredEncodingCases.all());
    return cases;
  }

  private static void dates(List<Case> cases) {
    List<Map<String, String>> styles = new ArrayList<>();
    styles.add(DEFAULTS);
    for (String style :
        List.of(
            "SQL, MDY",
            "SQL, DMY",
            "Postgres, MDY",
            "Postgres, DMY",
            "German, DMY",
            "ISO, DMY",
            "SQL, YMD",
            "Postgres, YMD")) {
      styles.add(Map.of("DateStyle", style));
    }
    for (Map<String, String> style : styles) {
      add(
          cases,
          style,
          "date",
          "'2020-02-29'::date",
          "'1999-12-31'::date",
          "'infinity'::date",
          "'-infinity'::date",
          "make_date(-44,3,15)",
          "make_date(12345,1,2)",
          "'0001-01-01'::date",
          "make_date(-1,12,31)");
      add(
          cases,
          style,
          "timestamp",
          "make_timestamp(2020,2,29,13,14,15.123456)",
          "make_timestamp(1999,12,31,23,59,59.9)",
          "make_timestamp(1970,1,1,0,0,0)",
          "'infinity'::timestamp",
          "'-infinity'::timestamp",
          "make_timestamp(-44,3,15,1,2,3.5)",
          "make_timestamp(12345,6,7,8,9,10)",
          "make_timestamp(1969,12,31,23,59,59.999999)");
      add(
          cases,
          style,
          "timestamptz",
          "make_timestamptz(2020,7,29,13,14,15.123456,'UTC')",
          "make_timestamptz(2020,1,1,0,0,0,'UTC')",
          "'infinity'::timestamptz",
          "'-infinity'::timestamptz",
          "make_timestamptz(-44,3,15,1,2,3.5,'UTC')");
    }
    for (String zone :
        List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")) {
      add(
          cases,
          Map.of("TimeZone", zone),
          "timestamptz",
          "make_timestamptz(2020,7,29,13,14,15.5,'UTC')",
          "make_timestamptz(2020,1,1,0,0,0,'UTC')",
          "make_timestamptz(2024,3,31,0,59,59,'UTC')",
          "make_timestamptz(2024,3,31,1,0,0,'UTC')",
          "make_timestamptz(1850,1,1,12,0,0,'UTC')",
          "make_timestamptz(1945,6,1,12,0,0,'UTC')",
          "make_timestamptz(2050,7,1,12,0,0,'UTC')",
          "make_timestamptz(-1,12,31,23,30,0,'UTC')",
          "'infinity'::timestamptz");
      add(
          cases,
          Map.of("TimeZone", zone, "DateStyle", "SQL, MDY"),
          "timestamptz",
          "make_timestamptz(2024,7,1,12,0,0,'UTC')",
          "make_timestamptz(2024,1,1,12,0,0,'UTC')");
    }
    add(
        cases,
        "time",
        "'00:00'",
        "'12:34:56'",
        "'23:59:59.999999'",
        "'24:00'",
        "'01:02:03.5'",
        "'00:00:00.000001'");
    add(
        cases,
        "timetz",
        "'12:34:56+00'",
        "'12:34:56.5+05:30'",
        "'00:00:00-12'",
        "'23:59:59+14'",
        "'01:00:00-03:30'",
        "'24:00:00+01'",
        "'10:00:00+01:02:03'");
  }

  private static void intervals(List<Case> cases) {
    for (String style : List.of("postgres", "postgres_verbose", "sql_standard", "iso_8601")) {
      Map<String, String> settings =
          style.equals("postgres") ? DEFAULTS : Map.of("IntervalStyle", style);
      List<String> expressions = new ArrayList<>();
      for (String parts :
          List.of(
              "0,0,0,0,0,0,0",
              "1,0,0,0,0,0,0",
              "1,2,0,3,4,5,6.5",
              "0,0,0,1,0,0,0",
              "0,0,0,-1,0,0,0",
              "0,0,0,0,1,2,3.000001",
              "0,0,0,0,-1,-2,-3.5",
              "-1,-2,0,-3,-4,-5,-6.7",
              "1,0,0,-1,0,0,0",
              "0,1,0,0,-1,0,0",
              "0,0,0,1,-1,0,0",
              "2,0,0,0,0,0,0",
              "0,-1,0,2,0,0,0",
              "0,0,0,0,100,0,0",
              "0,0,0,0,0,0,0.5",
              "0,0,0,0,0,0,-0.5",
              "0,0,0,0,0,0,1",
              "0,0,0,0,0,0,-1",
              "0,0,0,0,1,0,0",
              "0,13,0,0,0,0,0",
              "0,-13,0,0,0,0,0",
              "0,0,0,400,25,61,0",
              "0,0,0,-2,3,0,0",
              "0,0,0,0,0,1,0",
              "1,1,0,1,1,1,1",
              "-1,1,0,-1,1,0,-1",
              "0,0,0,0,2540400,10,10.123456")) {
        expressions.add("make_interval(" + parts + ")");
      }
      add(cases, settings, "interval", expressions.toArray(String[]::new));
    }
  }

  private static void arrays(List<Case> cases) {
    add(
        cases,
        "int4[]",
        "'{}'",
        "'{1}'",
        "'{1,NULL,3}'",
        "'{{1,2},{3,4}}'",
        "'{{{1},{2}}}'",
        "'{NULL}'",
        "null");
    add(cases, "int8[]", "'{1,-9223372036854775808}'");
    add(cases, "int2[]", "'{1,2}'");
    add(
        cases,
        "text[]",
        "'{}'",
        "array['a','b c','']",
        "array['NULL','null',null]",
        "array['a\"b','c\\d','{x}','y,z']",
        "array[array['a'],array['b']]",
        "array[E'new\\nline',' ']",
        "array['ä€']");
    add(cases, "varchar[]", "'{a,b}'");
    add(cases, "bool[]", "'{t,f,NULL}'");
    add(cases, "float8[]", "'{1.5,NaN,-Infinity}'");
    add(cases, "float4[]", "'{1.5}'");
    add(cases, "numeric(10,2)[]", "'{1.5,2.25,NULL}'");
    add(cases, "date[]", "'{2020-01-01,NULL,infinity}'");
    add(cases, "timestamp[]", "'{2020-01-01 10:00:00.5}'");
    add(cases, "timestamptz[]", "'{2020-01-01 10:00:00.5+00}'");
    add(cases, "time[]", "'{10:00,24:00}'");
    add(cases, "timetz[]", "'{10:00+02,11:00-03:30}'");
    add(cases, "interval[]", "'{1 day,\"1 mon 02:00:00\"}'");
    add(cases, "uuid[]", "'{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'");
    add(cases, "bytea[]", "array['\\x00ff'::bytea, '\\x'::bytea]");
    add(cases, "json[]", "array['{\"a\": 1}'::json]");
    add(cases, "jsonb[]", "array['{\"a\":1}'::jsonb, '[]'::jsonb]");
    add(cases, "oid[]", "'{1,4294967295}'");
    add(cases, "varbit[]", "'{1,101}'");
    add(cases, "name[]", "'{a,b}'");
    add(cases, "\"char\"[]", "'{a,b}'");
  }

  private static void add(List<Case> cases, String type, String... expressions) {
    add(cases, DEFAULTS, type, expressions);
  }

  private static void add(
      List<Case> cases, Map<String, String> settings, String type, String... expressions) {
    for (String expression : expressions) {
      cases.add(new Case(expression, type, settings));
    }
  }
}
