/**
 * Addresses of networks: inet, cidr, macaddr, macaddr8. Depends on {@code pgtype} and {@code
 * value}.
 */
package io.duckgres.value.network;
