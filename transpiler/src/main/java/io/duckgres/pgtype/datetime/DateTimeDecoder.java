package io.duckgres.pgtype.datetime;

import io.duckgres.pgtype.datetime.DateTimeWords.Kind;
import io.duckgres.pgtype.datetime.DateTimeWords.Word;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Finds out what each piece of the text of a date and time, or of a time of day, is.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (DecodeDateTime, DecodeTimeOnly).
 */
final class DateTimeDecoder {
  /** How much a text may be as long as, date or time. */
  static final int ROOM = 128 + 25;

  private final List<FieldToken> fields;
  private final InputSettings settings;
  private final boolean timeOnly;
  private final BrokenDownTime time;
  private int seen;
  private DateTimeUnit label;
  private boolean textMonth;
  private boolean julian;
  private boolean bc;
  private int halfDay = -1;
  private int reserved;
  private ZoneId namedZone;
  private ZoneId abbreviatedZone;

  /** Seconds east of UTC. */
  private int offset;

  private DateTimeDecoder(List<FieldToken> fields, InputSettings settings, boolean timeOnly) {
    this.fields = fields;
    this.settings = settings;
    this.timeOnly = timeOnly;
    time = new BrokenDownTime(DateOrder.of(settings.dateStyle()).order());
  }

  /**
   * A date with or without time.
   *
   * @throws DecodeException when it is none
   */
  static DateTimeDecoder dateTime(String text, InputSettings settings) {
    DateTimeDecoder decoder = new DateTimeDecoder(FieldToken.cut(text, ROOM), settings, false);
    decoder.readAll();
    decoder.finishDate();
    return decoder;
  }

  /**
   * A time of day, with a date where its zone needs one.
   *
   * @throws DecodeException when it is none
   */
  static DateTimeDecoder timeOnly(String text, InputSettings settings) {
    DateTimeDecoder decoder = new DateTimeDecoder(FieldToken.cut(text, ROOM), settings, true);
    decoder.readAll();
    decoder.finishTime();
    return decoder;
  }

  /** A constant of {@link DateTimeWords}, 0 for a date that is spelled out. */
  int reserved() {
    return reserved;
  }

  BrokenDownTime time() {
    return time;
  }

  int offset() {
    return offset;
  }

  /** Whether the text names a zone or an offset. */
  boolean hasZone() {
    return (seen & FieldMask.ZONE) != 0;
  }

  private void readAll() {
    for (int i = 0; i < fields.size(); i++) {
      FieldToken field = fields.get(i);
      String text = field.text();
      int set =
          switch (field.kind()) {
            case DATE -> timeOnly ? dateInTime(i, text) : date(text);
            case TIME -> timeOfDay(text);
            case SIGNED -> {
              offset = ZoneOffsetText.seconds(text, 0);
              yield FieldMask.ZONE;
            }
            case NUMBER -> label != null ? labelled(text) : number(i, text);
            case STRING, SPECIAL -> word(text);
          };
      if ((set & seen) != 0) {
        throw DecodeException.badFormat();
      }
      seen |= set;
    }
    if (label != null) {
      throw DecodeException.badFormat();
    }
  }

  private int date(String text) {
    if (label == DateTimeUnit.JULIAN) {
      NumberPrefix day = NumberPrefix.ofInt(text, 0);
      if (day.overflow() || day.value() < 0) {
        throw DecodeException.fieldOverflow();
      }
      time.setJulianDay(day.value());
      julian = true;
      offset = ZoneOffsetText.seconds(text, day.end());
      label = null;
      return FieldMask.DATE | FieldMask.TIME | FieldMask.ZONE;
    }
    if (label == null && !FieldMask.hasAll(seen, FieldMask.MONTH | FieldMask.DAY)) {
      return time.readDate(text, seen);
    }
    if (!FieldToken.isDigit(text.charAt(0)) && label == null) {
      return zoneName(text);
    }
    if (label != null && label != DateTimeUnit.TIME) {
      throw DecodeException.badFormat();
    }
    label = null;
    return timeWithOffset(text, seen);
  }

  /** A time of day without separators and an offset behind it. */
  private int timeWithOffset(String text, int before) {
    int minus = text.indexOf('-');
    if (FieldMask.hasAll(seen, FieldMask.TIME) || minus < 0) {
      throw DecodeException.badFormat();
    }
    offset = ZoneOffsetText.seconds(text, minus);
    return time.readRunTogether(text.substring(0, minus), before) | FieldMask.ZONE;
  }

  private int zoneName(String text) {
    namedZone = TimeZoneNames.zone(text);
    if (namedZone == null) {
      throw DecodeException.badZone(text);
    }
    return FieldMask.ZONE;
  }

  /** A date may stand before a time when something with punctuation or a time follows. */
  private int dateInTime(int at, String text) {
    if (at == 0
        && fields.size() >= 2
        && (fields.get(fields.size() - 1).kind() == FieldToken.Kind.DATE
            || fields.get(1).kind() == FieldToken.Kind.TIME)) {
      return time.readDate(text, seen);
    }
    return FieldToken.isDigit(text.charAt(0))
        ? timeWithOffset(text, seen | FieldMask.DATE)
        : zoneName(text);
  }

  private int timeOfDay(String text) {
    if (label != null) {
      if (label != DateTimeUnit.TIME) {
        throw DecodeException.badFormat();
      }
      label = null;
    }
    int set = time.readTime(text, FieldMask.FULL_RANGE);
    if (time.hour > Integer.MAX_VALUE || !timeOnly && time.timeOverflows()) {
      throw DecodeException.fieldOverflow();
    }
    return set;
  }

  /** A number behind the letter J or T. */
  private int labelled(String text) {
    NumberPrefix number = NumberPrefix.ofInt(text, 0);
    if (number.overflow()) {
      throw DecodeException.fieldOverflow();
    }
    boolean fraction = number.end() < text.length();
    if (fraction && text.charAt(number.end()) != '.') {
      throw DecodeException.badFormat();
    }
    int set;
    if (label == DateTimeUnit.JULIAN) {
      if (number.value() < 0) {
        throw DecodeException.fieldOverflow();
      }
      time.setJulianDay(number.value());
      julian = true;
      set = FieldMask.DATE;
      if (fraction) {
        double day = NumberPrefix.fraction(text, number.end()) * Instants.MICROS_PER_DAY;
        time.setTime((long) day);
        set |= FieldMask.TIME;
      }
    } else if (label == DateTimeUnit.TIME) {
      set = time.readRunTogether(text, seen | FieldMask.DATE);
      if (set != FieldMask.TIME) {
        throw DecodeException.badFormat();
      }
    } else {
      throw DecodeException.badFormat();
    }
    label = null;
    return set;
  }

  private int number(int at, String text) {
    int point = text.indexOf('.');
    if (timeOnly) {
      return numberInTime(at, text, point);
    }
    if (point >= 0 && (seen & FieldMask.DATE) == 0) {
      return time.readDate(text, seen);
    }
    boolean incomplete = (seen & FieldMask.DATE) == 0 || (seen & FieldMask.TIME) == 0;
    boolean manyDigits = point > 2 || text.length() >= 6 && incomplete;
    return manyDigits ? time.readRunTogether(text, seen) : time.readNumber(text, textMonth, seen);
  }

  private int numberInTime(int at, String text, int point) {
    int withDate = seen | FieldMask.DATE;
    if (point >= 0) {
      if (at == 0
          && fields.size() >= 2
          && fields.get(fields.size() - 1).kind() == FieldToken.Kind.DATE) {
        return time.readDate(text, seen);
      }
      if (point <= 2) {
        throw DecodeException.badFormat();
      }
      return time.readRunTogether(text, withDate);
    }
    return text.length() > 4
        ? time.readRunTogether(text, withDate)
        : time.readNumber(text, false, withDate);
  }

  private int word(String text) {
    TimeZoneNames.Abbreviation abbreviation = TimeZoneNames.abbreviation(text);
    if (abbreviation != null) {
      if (abbreviation.zone() != null) {
        abbreviatedZone = abbreviation.zone();
        return FieldMask.ZONE;
      }
      offset = abbreviation.seconds();
      return FieldMask.ZONE | (abbreviation.daylight() ? FieldMask.DAYLIGHT_ZONE : 0);
    }
    Word word = DateTimeWords.word(text);
    if (word == null) {
      namedZone = TimeZoneNames.zone(text);
      if (namedZone == null) {
        throw DecodeException.badFormat();
      }
      return FieldMask.ZONE;
    }
    return timeOnly && List.of(Kind.MONTH, Kind.WEEKDAY).contains(word.kind())
        ? badWord()
        : meaning(word);
  }

  private static int badWord() {
    throw DecodeException.badFormat();
  }

  private int meaning(Word word) {
    switch (word.kind()) {
      case IGNORED -> {
        return 0;
      }
      case RESERVED -> {
        return timeOnly ? reservedTime(word.value()) : reservedDate(word.value());
      }
      case MONTH -> {
        boolean asDay =
            (seen & FieldMask.MONTH) != 0
                && !textMonth
                && (seen & FieldMask.DAY) == 0
                && time.month >= 1
                && time.month <= 31;
        if (asDay) {
          time.day = time.month;
        }
        textMonth = true;
        time.month = word.value();
        return asDay ? FieldMask.DAY : FieldMask.MONTH;
      }
      case DAYLIGHT -> {
        offset += word.value();
        return FieldMask.DAYLIGHT | FieldMask.DAYLIGHT_ZONE;
      }
      case HALF_DAY -> {
        halfDay = word.value();
        return FieldMask.HALF_DAY;
      }
      case ERA -> {
        bc = word.value() == DateTimeWords.BC;
        return FieldMask.ERA;
      }
      case WEEKDAY -> {
        return FieldMask.WEEKDAY;
      }
      case UNIT, ISO_TIME -> {
        boolean early =
            word.kind() == Kind.ISO_TIME && !timeOnly && !FieldMask.hasAll(seen, FieldMask.DATE);
        if (label != null || early) {
          throw DecodeException.badFormat();
        }
        label = DateTimeUnit.values()[word.value()];
        return 0;
      }
      default -> throw DecodeException.badFormat();
    }
  }

  private int reservedDate(int value) {
    if (value != DateTimeWords.ZULU) {
      reserved = value;
    }
    LocalDateTime now = LocalDateTime.now(settings.timeZone());
    switch (value) {
      case DateTimeWords.NOW -> {
        time.setDate(now.toLocalDate());
        time.setTime(now.toLocalTime().toNanoOfDay() / 1000);
        offset = ZoneOffsets.ofLocal(now, settings.timeZone());
        return FieldMask.DATE | FieldMask.TIME | FieldMask.ZONE;
      }
      case DateTimeWords.TODAY, DateTimeWords.TOMORROW, DateTimeWords.YESTERDAY -> {
        LocalDate today = now.toLocalDate();
        time.setDate(
            value == DateTimeWords.TODAY
                ? today
                : value == DateTimeWords.TOMORROW ? today.plusDays(1) : today.minusDays(1));
        return FieldMask.DATE;
      }
      case DateTimeWords.ZULU -> {
        time.setTime(0);
        offset = 0;
        return FieldMask.TIME | FieldMask.ZONE;
      }
      default -> {
        return FieldMask.DATE | FieldMask.TIME | FieldMask.ZONE;
      }
    }
  }

  private int reservedTime(int value) {
    switch (value) {
      case DateTimeWords.NOW -> {
        reserved = value;
        time.setTime(LocalDateTime.now(settings.timeZone()).toLocalTime().toNanoOfDay() / 1000);
        return FieldMask.TIME;
      }
      case DateTimeWords.ZULU -> {
        time.setTime(0);
        offset = 0;
        return FieldMask.TIME | FieldMask.ZONE;
      }
      default -> throw DecodeException.badFormat();
    }
  }

  private void finishDate() {
    if (reserved >= DateTimeWords.EPOCH) {
      return;
    }
    time.validateDate(seen, julian, bc);
    applyHalfDay();
    if (!FieldMask.hasAll(seen, FieldMask.DATE)) {
      throw DecodeException.badFormat();
    }
    boolean daylight = (seen & FieldMask.DAYLIGHT) != 0;
    ZoneId zone = namedZone != null ? namedZone : abbreviatedZone;
    if (zone == null && !hasZone()) {
      zone = settings.timeZone();
    }
    if (zone != null) {
      if (daylight) {
        throw DecodeException.badFormat();
      }
      offset = ZoneOffsets.ofLocal(local(time.date()), zone);
    }
  }

  private void finishTime() {
    time.validateDate(seen, julian, bc);
    applyHalfDay();
    if (time.timeOverflows()) {
      throw DecodeException.fieldOverflow();
    }
    if (!FieldMask.hasAll(seen, FieldMask.TIME)) {
      throw DecodeException.badFormat();
    }
    boolean dated = FieldMask.hasAll(seen, FieldMask.DATE);
    ZoneId zone = namedZone != null ? namedZone : abbreviatedZone;
    if (zone == null && hasZone()) {
      return;
    }
    if ((seen & FieldMask.DAYLIGHT) != 0) {
      throw DecodeException.badFormat();
    }
    if (zone != null) {
      boolean fixed = zone == namedZone && zone.getRules().isFixedOffset();
      if (!fixed && !dated) {
        throw DecodeException.badFormat();
      }
      LocalDate date = dated ? time.date() : LocalDate.EPOCH;
      offset = ZoneOffsets.ofLocal(local(date), zone);
      return;
    }
    if ((seen & FieldMask.DATE) != 0 && !dated) {
      throw DecodeException.badFormat();
    }
    LocalDate date = dated ? time.date() : LocalDate.now(settings.timeZone());
    offset = ZoneOffsets.ofLocal(local(date), settings.timeZone());
  }

  private LocalDateTime local(LocalDate date) {
    return date.atStartOfDay().plusNanos(time.microsOfDay() * 1000);
  }

  private void applyHalfDay() {
    if (halfDay < 0) {
      return;
    }
    if (time.hour > 12) {
      throw DecodeException.fieldOverflow();
    }
    if (halfDay == DateTimeWords.AM && time.hour == 12) {
      time.hour = 0;
    } else if (halfDay == DateTimeWords.PM && time.hour != 12) {
      time.hour += 12;
    }
  }
}
