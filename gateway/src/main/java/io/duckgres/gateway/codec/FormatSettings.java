package io.duckgres.gateway.codec;

import io.duckgres.pgtype.datetime.DateTimeText;
import io.duckgres.pgtype.datetime.InputSettings;
import java.time.ZoneId;

/**
 * The run-time parameters that decide how values are written, and the names that OID-like types
 * print.
 *
 * @param timeZone TimeZone
 * @param dateStyle DateStyle as SHOW prints it, for instance {@code ISO, MDY}
 * @param intervalStyle IntervalStyle: postgres, postgres_verbose, sql_standard or iso_8601
 * @param extraFloatDigits extra_float_digits; above 0 means shortest exact form
 * @param hexBytea bytea_output = hex
 * @param names resolves OIDs to names for regclass and its kin
 */
public record FormatSettings(
    ZoneId timeZone,
    String dateStyle,
    String intervalStyle,
    int extraFloatDigits,
    boolean hexBytea,
    OidNames names) {

  /** Those that decide what the text of a date or time means. */
  InputSettings input() {
    return new InputSettings(dateStyle, timeZone);
  }

  /** The form of dates and times that these settings ask for. */
  DateTimeText dateTimeText() {
    return new DateTimeText(dateStyle, timeZone);
  }

  /** Resolves what regclass, regtype, regproc, regnamespace and their kin print and read. */
  public interface OidNames {
    /**
     * The text of an OID-like value.
     *
     * @param typeOid OID of the OID-like type, for instance that of regclass
     * @param oid the value
     * @return the name as PostgreSQL prints it; the number when nothing has this OID
     */
    String format(int typeOid, long oid);

    /**
     * The OID of a name, as the input function of the OID-like type finds it.
     *
     * @throws io.duckgres.pgtype.PgException when there is no such object
     */
    long parse(int typeOid, String name);
  }
}
