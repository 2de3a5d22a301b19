package io.duckgres.gateway.codec;

import io.duckgres.gateway.codec.EncodingCases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of the types that are stored as text or as cents, for {@link EncodingCases}. */
final class StoredEncodingCases {
  private static final Map<String, String> GERMAN =
      Map.of("DateStyle", "German, DMY", "TimeZone", "Europe/Berlin");

  private StoredEncodingCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    add(
        cases,
        Map.of(),
        "inet",
        "'192.168.1.5/24'",
        "'10.0.0.1'",
        "'::1'",
        "'fe80::1/64'",
        "'::ffff:1.2.3.4'",
        "'::'",
        "null");
    add(cases, Map.of(), "cidr", "'10.0.0.0/8'", "'10.1.2.3'", "'2001:db8::/32'", "'0.0.0.0/0'");
    add(cases, Map.of(), "macaddr", "'08:00:2b:01:02:03'");
    add(cases, Map.of(), "macaddr8", "'08:00:2b:01:02:03:04:05'", "'08:00:2b:01:02:03'");
    add(
        cases,
        Map.of(),
        "money",
        "'1234.56'",
        "'-0.01'",
        "'0'",
        "'92233720368547758.07'",
        "'-92233720368547758.08'",
        "'1234567.8'");
    add(cases, Map.of(), "int4range", "'[1,5]'", "'empty'", "'(,)'", "'[,7)'", "'(3,)'");
    add(cases, Map.of(), "int8range", "'[1,5)'");
    add(
        cases,
        Map.of(),
        "numrange",
        "'[1.50,2.25)'",
        "'(,3.000]'",
        "'[-12345.6789,100000000000000)'",
        "'[0.0001,0.001]'",
        "'[0,0]'",
        "'[NaN,NaN]'",
        "'[1000000,)'");
    add(
        cases,
        Map.of(),
        "daterange",
        "'[2024-01-01,2024-02-01)'",
        "'[,infinity)'",
        "'[0044-03-15 BC,)'");
    add(cases, Map.of(), "tsrange", "'[2024-01-01 10:00:00.5,2024-01-02)'");
    add(cases, Map.of(), "tstzrange", "'[2024-01-01 10:00+02,)'");
    add(cases, Map.of(), "int4multirange", "'{[1,3),[5,7)}'", "'{}'");
    add(cases, Map.of(), "nummultirange", "'{[1.5,2.5)}'");
    add(cases, Map.of(), "tstzmultirange", "'{[2024-01-01 10:00+02,)}'");
    add(cases, Map.of(), "datemultirange", "'{[2024-01-01,2024-01-05]}'");
    add(cases, Map.of(), "bit(3)", "'101'");
    add(cases, Map.of(), "varbit", "''", "'1'", "'10101010101'");
    add(cases, Map.of(), "xml", "'<a>x</a>'", "'<?xml version=\"1.0\"?><a/>'", "'text'");
    add(cases, Map.of(), "point", "'(1,2.5)'", "'(-0,1e300)'", "'(NaN,Infinity)'", "'(0.1,1e-7)'");
    add(cases, Map.of(), "line", "'{1,-2,3.5}'");
    add(cases, Map.of(), "lseg", "'[(0,0),(1,1)]'");
    add(cases, Map.of(), "box", "'(0,0),(1,2)'");
    add(cases, Map.of(), "path", "'[(0,0),(1,1)]'", "'((0,0),(1,1),(2,0))'");
    add(cases, Map.of(), "polygon", "'((0,0),(1,1),(2,0))'");
    add(cases, Map.of(), "circle", "'<(1,2),3>'");
    add(cases, Map.of(), "tsvector", "'fat cat:3A,1 ''it''''s'''", "''");
    add(
        cases,
        Map.of(),
        "tsquery",
        "'a & !(b | c:*AB) <-> d <2> e'",
        "'!!a | !b'",
        "'a <-> (b <-> c)'");
    add(cases, Map.of(), "pg_lsn", "'16/B374D848'", "'0/0'");
    add(cases, Map.of(), "tid", "'(7,3)'");
    add(cases, Map.of(), "inet[]", "'{1.2.3.4/8,::1,NULL}'");
    add(cases, Map.of(), "int4range[]", "'{\"[1,3)\",empty}'");
    add(cases, Map.of(), "money[]", "'{1,\"$1,000.00\"}'");
    add(cases, Map.of(), "box[]", "'{(1,1),(0,0);(2,2),(1,1)}'");
    add(cases, Map.of(), "point[]", "'{\"(1,2)\"}'");
    add(cases, Map.of(), "bit(2)[]", "'{10,11}'");
    add(cases, Map.of(), "tstzrange[]", "'{\"[2024-01-01 10:00+02,)\"}'");
    add(cases, Map.of(), "tsvector[]", "array['a:1'::tsvector]");
    add(cases, Map.of(), "pg_lsn[]", "'{0/1}'");
    add(cases, Map.of(), "\"char\"", "'\\303'");
    add(cases, Map.of(), "name", "repeat('x',70)");
    add(cases, GERMAN, "tstzrange", "'[2024-01-01 10:00+00,2024-07-01 10:00+00)'");
    add(cases, GERMAN, "daterange", "'[2024-01-31,)'");
    add(cases, GERMAN, "tsrange", "'[2024-01-31 10:00,)'");
    add(cases, GERMAN, "tstzmultirange", "'{[2024-01-01 10:00+00,2024-07-01 10:00+00)}'");
    return cases;
  }

  private static void add(
      List<Case> cases, Map<String, String> settings, String type, String... expressions) {
    for (String expression : expressions) {
      cases.add(new Case(expression, type, settings));
    }
  }
}
