package io.duckgres.pgtype.datetime;

import java.util.Locale;

/**
 * DateStyle: how dates are written, and in which order their fields are read and written.
 *
 * @param style ISO, SQL, POSTGRES or GERMAN
 * @param order YMD, DMY or MDY
 */
public record DateOrder(Style style, Order order) {
  /** How dates are written. */
  enum Style {
    ISO,
    SQL,
    POSTGRES,
    GERMAN
  }

  /** Which field comes first. */
  enum Order {
    YMD,
    DMY,
    MDY
  }

  /** Reads DateStyle as SHOW prints it, for instance {@code ISO, MDY}. */
  static DateOrder of(String dateStyle) {
    String[] parts = dateStyle.toUpperCase(Locale.ROOT).split(",");
    Style style = Style.valueOf(parts[0].trim());
    Order order = parts.length > 1 ? Order.valueOf(parts[1].trim()) : Order.MDY;
    return new DateOrder(style, order);
  }

  boolean dayFirst() {
    return order == Order.DMY;
  }
}
