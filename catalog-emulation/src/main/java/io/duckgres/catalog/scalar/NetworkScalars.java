package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.ScalarFunction.BOOL;
import static io.duckgres.catalog.scalar.ScalarFunction.INT;
import static io.duckgres.catalog.scalar.ScalarFunction.TEXT;

import io.duckgres.value.network.MacFunctions;
import io.duckgres.value.network.NetworkFunctions;
import java.util.List;

/** Functions over addresses of networks. */
final class NetworkScalars {
  private static final Class<Long> LONG = Long.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.of("pg_inet_text", TEXT, TEXT, NetworkFunctions::text),
          ScalarFunction.of("pg_inet_host", TEXT, TEXT, NetworkFunctions::host),
          ScalarFunction.of("pg_cidr_abbrev", TEXT, TEXT, NetworkFunctions::abbreviated),
          ScalarFunction.of("pg_inet_masklen", TEXT, INT, NetworkFunctions::width),
          ScalarFunction.of("pg_inet_family", TEXT, INT, NetworkFunctions::family),
          ScalarFunction.of("pg_inet_broadcast", TEXT, TEXT, NetworkFunctions::broadcast),
          ScalarFunction.of("pg_inet_network", TEXT, TEXT, NetworkFunctions::network),
          ScalarFunction.of("pg_inet_netmask", TEXT, TEXT, NetworkFunctions::netmask),
          ScalarFunction.of("pg_inet_hostmask", TEXT, TEXT, NetworkFunctions::hostmask),
          ScalarFunction.of("pg_inet_to_inet", TEXT, TEXT, NetworkFunctions::toInet),
          ScalarFunction.of("pg_inet_set_masklen", TEXT, INT, TEXT, NetworkFunctions::withWidth),
          ScalarFunction.of(
              "pg_cidr_set_masklen", TEXT, INT, TEXT, NetworkFunctions::networkWithWidth),
          ScalarFunction.of("pg_inet_merge", TEXT, TEXT, TEXT, NetworkFunctions::merge),
          ScalarFunction.of(
              "pg_inet_same_family", TEXT, TEXT, BOOL, NetworkFunctions::isSameFamily),
          ScalarFunction.strict(
              "pg_inet_subnet",
              BOOL,
              a -> NetworkFunctions.isWithin((String) a[0], (String) a[1], (Boolean) a[2]),
              TEXT,
              TEXT,
              BOOL),
          ScalarFunction.of("pg_inet_overlaps", TEXT, TEXT, BOOL, NetworkFunctions::overlap),
          ScalarFunction.of("pg_inet_not", TEXT, TEXT, NetworkFunctions::not),
          ScalarFunction.of("pg_inet_and", TEXT, TEXT, TEXT, NetworkFunctions::and),
          ScalarFunction.of("pg_inet_or", TEXT, TEXT, TEXT, NetworkFunctions::or),
          ScalarFunction.of("pg_inet_add", TEXT, LONG, TEXT, NetworkFunctions::plus),
          ScalarFunction.of("pg_inet_subtract", TEXT, LONG, TEXT, NetworkFunctions::minus),
          ScalarFunction.of("pg_inet_distance", TEXT, TEXT, LONG, NetworkFunctions::distance),
          ScalarFunction.of("pg_mac_not", TEXT, TEXT, MacFunctions::not),
          ScalarFunction.of("pg_mac_and", TEXT, TEXT, TEXT, MacFunctions::and),
          ScalarFunction.of("pg_mac_or", TEXT, TEXT, TEXT, MacFunctions::or),
          ScalarFunction.of("pg_mac_manufacturer", TEXT, TEXT, MacFunctions::manufacturer),
          ScalarFunction.of("pg_mac_to_eight", TEXT, TEXT, MacFunctions::toEight),
          ScalarFunction.of("pg_mac_to_six", TEXT, TEXT, MacFunctions::toSix),
          ScalarFunction.of("pg_mac_local", TEXT, TEXT, MacFunctions::local));

  private NetworkScalars() {}
}
