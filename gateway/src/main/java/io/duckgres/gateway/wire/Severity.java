package io.duckgres.gateway.wire;

/** The severities of ErrorResponse (the first three) and NoticeResponse. */
public enum Severity {
  ERROR,
  FATAL,
  PANIC,
  WARNING,
  NOTICE,
  INFO,
  DEBUG,
  LOG
}
