package io.duckgres.catalog.scalar.format;

import io.duckgres.catalog.scalar.format.DateFields.Slot;
import io.duckgres.catalog.scalar.format.Keyword.Field;
import io.duckgres.catalog.scalar.format.Template.Kind;
import io.duckgres.catalog.scalar.format.Template.Part;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.datetime.TimeZoneNames;
import java.util.List;
import java.util.Locale;

/**
 * Reads a text by a template.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (DCH_from_char).
 */
final class DateReader {
  private static final List<String> HALF_DAYS = List.of("am", "pm");
  private static final List<String> HALF_DAYS_DOTS = List.of("a.m.", "p.m.");
  private static final List<String> ERAS = List.of("ad", "bc");
  private static final List<String> ERAS_DOTS = List.of("a.d.", "b.c.");
  private static final int MOST_ABBREVIATION = 10;

  private final Template template;
  private final Source source;
  private final DateFields fields = new DateFields();
  private boolean fixed;
  private int extraSkip;

  private DateReader(String text, Template template) {
    this.template = template;
    source = new Source(text, fields);
  }

  static DateFields read(String text, Template template) {
    DateReader reader = new DateReader(text, template);
    reader.run();
    return reader.fields;
  }

  private void run() {
    List<Part> parts = template.parts();
    for (int i = 0; i < parts.size() && !source.atEnd(); i++) {
      Part part = parts.get(i);
      boolean pattern = part.kind() == Kind.PATTERN;
      if (!fixed && !(pattern && part.keyword().field() == Field.FIXED) && (pattern || i == 0)) {
        extraSkip += source.skipSpaces();
      }
      if (pattern) {
        fields.require(part.keyword().calendar());
        pattern(part, template.endsAtSeparator(i));
        if (!fixed) {
          extraSkip = source.skipSpaces();
        }
      } else {
        between(part.kind() == Kind.CHARACTER);
      }
    }
  }

  /** A character between patterns stands for one of the text, or for one that was skipped. */
  private void between(boolean character) {
    if (fixed) {
      source.skip();
    } else if (character) {
      if (extraSkip > 0) {
        extraSkip--;
      } else {
        source.skip();
      }
    } else {
      extraSkip--;
      if (Template.isSpace(source.current()) || Template.isSeparator(source.current())) {
        source.skip();
        extraSkip++;
      }
    }
  }

  private void pattern(Part part, boolean toSeparator) {
    Keyword keyword = part.keyword();
    boolean greedy = part.fillMode() || toSeparator;
    switch (keyword.field()) {
      case FIXED -> fixed = true;
      case HALF_DAY -> halfDay(HALF_DAYS, keyword);
      case HALF_DAY_DOTS -> halfDay(HALF_DAYS_DOTS, keyword);
      case ERA -> fields.set(Slot.BC, source.choice(ERAS, keyword), keyword);
      case ERA_DOTS -> fields.set(Slot.BC, source.choice(ERAS_DOTS, keyword), keyword);
      case HOUR_12 -> {
        source.number(Slot.HOUR, 2, keyword, greedy);
        fields.twelveHours = true;
      }
      case HOUR_24 -> source.number(Slot.HOUR, 2, keyword, greedy);
      case MINUTE -> source.number(Slot.MINUTE, 2, keyword, greedy);
      case SECOND -> source.number(Slot.SECOND, 2, keyword, greedy);
      case MILLISECOND -> fraction(Slot.MILLISECOND, 3, keyword, greedy);
      case MICROSECOND -> fraction(Slot.MICROSECOND, 6, keyword, greedy);
      case FRACTION -> {
        fields.fractionDigits = keyword.name().charAt(2) - '0';
        int read = source.number(Slot.MICROSECOND, fields.fractionDigits, keyword, greedy);
        scale(Slot.MICROSECOND, 6 - read);
      }
      case SECONDS_OF_DAY -> source.number(Slot.SECONDS_OF_DAY, keyword.length(), keyword, greedy);
      case ZONE -> zone(keyword, greedy);
      case OFFSET -> offset(keyword, greedy);
      case ZONE_HOUR -> {
        zoneSign();
        source.number(Slot.ZONE_HOUR, 2, keyword, greedy);
      }
      case ZONE_MINUTE -> {
        fields.zoneSign = fields.zoneSign == 0 ? 1 : fields.zoneSign;
        source.number(Slot.ZONE_MINUTE, 2, keyword, greedy);
      }
      case MONTH_NAME -> fields.set(Slot.MONTH, source.choice(Names.MONTHS, keyword) + 1, keyword);
      case SHORT_MONTH_NAME ->
          fields.set(Slot.MONTH, source.choice(Names.SHORT_MONTHS, keyword) + 1, keyword);
      case ROMAN_MONTH ->
          fields.set(Slot.MONTH, 12 - source.choice(Names.ROMAN_MONTHS, keyword), keyword);
      case MONTH -> source.number(Slot.MONTH, 2, keyword, greedy);
      case DAY_NAME -> weekday(source.choice(Names.DAYS, keyword), keyword);
      case SHORT_DAY_NAME -> weekday(source.choice(Names.SHORT_DAYS, keyword), keyword);
      case DAY_OF_YEAR, ISO_DAY_OF_YEAR -> source.number(Slot.DAY_OF_YEAR, 3, keyword, greedy);
      case DAY -> source.number(Slot.DAY, 2, keyword, greedy);
      case WEEKDAY -> source.number(Slot.WEEKDAY, 1, keyword, greedy);
      case ISO_WEEKDAY -> {
        source.number(Slot.WEEKDAY, 1, keyword, greedy);
        int day = fields.get(Slot.WEEKDAY) + 1;
        fields.change(Slot.WEEKDAY, day > 7 ? 1 : day);
      }
      case WEEK_OF_YEAR, ISO_WEEK -> source.number(Slot.WEEK_OF_YEAR, 2, keyword, greedy);
      case QUARTER -> source.number(null, 1, keyword, greedy);
      case CENTURY -> source.number(Slot.CENTURY, 2, keyword, greedy);
      case YEAR_WITH_COMMA -> {
        source.yearWithComma(keyword);
        fields.yearDigits = 4;
      }
      case YEAR, ISO_YEAR -> year(keyword, greedy);
      case WEEK_OF_MONTH -> source.number(Slot.WEEK_OF_MONTH, 1, keyword, greedy);
      case JULIAN_DAY -> source.number(Slot.JULIAN_DAY, 1, keyword, greedy);
    }
    if (part.ordinal() != null && hasOrdinal(keyword.field())) {
      source.skip();
      source.skip();
    }
  }

  private static boolean hasOrdinal(Field field) {
    return switch (field) {
      case HALF_DAY,
          HALF_DAY_DOTS,
          ERA,
          ERA_DOTS,
          ZONE,
          OFFSET,
          ZONE_HOUR,
          ZONE_MINUTE,
          MONTH_NAME,
          SHORT_MONTH_NAME,
          ROMAN_MONTH,
          DAY_NAME,
          SHORT_DAY_NAME,
          FIXED ->
          false;
      default -> true;
    };
  }

  private void halfDay(List<String> names, Keyword keyword) {
    fields.set(Slot.AFTERNOON, source.choice(names, keyword), keyword);
    fields.twelveHours = true;
  }

  private void weekday(int day, Keyword keyword) {
    fields.set(Slot.WEEKDAY, day, keyword);
    fields.change(Slot.WEEKDAY, day + 1);
  }

  /** 25 is 0.25 and 250 is 0.25 too, 025 is 0.025. */
  private void fraction(Slot slot, int digits, Keyword keyword, boolean greedy) {
    int read = source.number(slot, digits, keyword, greedy);
    scale(slot, digits - read);
  }

  private void scale(Slot slot, int zeros) {
    int value = fields.get(slot);
    for (int i = 0; i < zeros; i++) {
      value *= 10;
    }
    fields.change(slot, value);
  }

  private void year(Keyword keyword, boolean greedy) {
    int digits = keyword.length();
    int read = source.number(Slot.YEAR, digits, keyword, greedy);
    if (digits < 4 && read < 4) {
      fields.change(Slot.YEAR, near2020(fields.get(Slot.YEAR)));
    }
    fields.yearDigits = digits;
  }

  private static int near2020(int year) {
    if (year < 70) {
      return year + 2000;
    }
    if (year < 100) {
      return year + 1900;
    }
    return year < 520 ? year + 2000 : year < 1000 ? year + 1000 : year;
  }

  private void zone(Keyword keyword, boolean greedy) {
    int letters = source.letters(MOST_ABBREVIATION);
    for (int length = letters; length > 0; length--) {
      TimeZoneNames.Abbreviation zone =
          TimeZoneNames.abbreviation(source.peek(length).toLowerCase(Locale.ROOT));
      if (zone != null) {
        fields.zone = zone;
        fields.zoneSign = 0;
        source.advance(length);
        return;
      }
    }
    if (letters > 0) {
      throw new PgException(
              SqlState.INVALID_DATETIME_FORMAT,
              "invalid value \"" + source.rest() + "\" for \"" + keyword.name() + "\"")
          .withDetail("Time zone abbreviation is not recognized.");
    }
    offset(keyword, greedy);
  }

  private void offset(Keyword keyword, boolean greedy) {
    zoneSign();
    source.number(Slot.ZONE_HOUR, 2, keyword, greedy);
    if (source.current() == ':') {
      source.skip();
      source.number(Slot.ZONE_MINUTE, 2, keyword, greedy);
    }
  }

  /** The sign may have been taken for a separator. */
  private void zoneSign() {
    char c = source.current();
    if (c == '+' || c == '-' || c == ' ') {
      fields.zoneSign = c == '-' ? -1 : 1;
      source.skip();
    } else {
      fields.zoneSign = extraSkip > 0 && source.previous() == '-' ? -1 : 1;
    }
  }
}
