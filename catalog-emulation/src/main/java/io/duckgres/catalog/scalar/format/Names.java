package io.duckgres.catalog.scalar.format;

import java.util.List;

/** Names of months and days. */
final class Names {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> SHORT_MONTHS =
      MONTHS.stream().map(name -> name.substring(0, 3)).toList();
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  static final List<String> SHORT_DAYS = DAYS.stream().map(name -> name.substring(0, 3)).toList();

  /** From December to January, as formatting.c has them, so that the longest is found first. */
  static final List<String> ROMAN_MONTHS =
      List.of("XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I");

  private Names() {}
}
