package io.duckgres.pgtype.datetime;

/** Year, month and day of a day number in the proleptic Gregorian calendar; year 0 is 1 BC. */
public final class CivilDate {
  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;

  private long year;
  private int month;
  private int day;

  /**
   * Counts eras of 400 years that begin on the first of March, so that the leap day is the last of
   * a year.
   */
  public void of(long daysSince1970) {
    long days = daysSince1970 + DAYS_TO_1970;
    long era = Math.floorDiv(days, DAYS_PER_ERA);
    int dayOfEra = (int) (days - era * DAYS_PER_ERA);
    int yearOfEra =
        (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / (DAYS_PER_ERA - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  }

  public long year() {
    return year;
  }

  public int month() {
    return month;
  }

  public int day() {
    return day;
  }
}
