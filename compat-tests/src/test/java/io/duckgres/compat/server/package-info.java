/**
 * The servers under comparison, each as a process of its own: a real PostgreSQL and the packaged
 * distribution. May depend on the wire client only.
 */
package io.duckgres.compat.server;
