package io.duckgres.pgtype;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A character set by PostgreSQL's name.
 *
 * @param name as {@code pg_encoding_to_char} gives it
 * @param charset Java's, whose first 128 characters are ASCII's; null when Java has none
 * @see <a href="https://www.postgresql.org/docs/17/multibyte.html#CHARSET-TABLE">PostgreSQL
 *     Character Sets</a>
 */
public record PgEncoding(String name, Charset charset) {
  /** The encoding of databases and clients. */
  public static final PgEncoding UTF8 = new PgEncoding("UTF8", StandardCharsets.UTF_8);

  /** Name, Java's name or a minus, other names as {@code pg_char_to_encoding} compares them. */
  private static final String ALL =
      """
      EUC_JP EUC-JP
      EUC_CN GB2312
      EUC_KR EUC-KR
      EUC_TW x-EUC-TW
      EUC_JIS_2004 -
      MULE_INTERNAL -
      LATIN1 ISO-8859-1 iso88591
      LATIN2 ISO-8859-2 iso88592
      LATIN3 ISO-8859-3 iso88593
      LATIN4 ISO-8859-4 iso88594
      LATIN5 ISO-8859-9 iso88599
      LATIN6 ISO-8859-10 iso885910
      LATIN7 ISO-8859-13 iso885913
      LATIN8 ISO-8859-14 iso885914
      LATIN9 ISO-8859-15 iso885915
      LATIN10 ISO-8859-16 iso885916
      ISO_8859_5 ISO-8859-5
      ISO_8859_6 ISO-8859-6
      ISO_8859_7 ISO-8859-7
      ISO_8859_8 ISO-8859-8
      WIN1250 windows-1250 windows1250
      WIN1251 windows-1251 windows1251 win
      WIN1252 windows-1252 windows1252
      WIN1253 windows-1253 windows1253
      WIN1254 windows-1254 windows1254
      WIN1255 windows-1255 windows1255
      WIN1256 windows-1256 windows1256
      WIN1257 windows-1257 windows1257
      WIN1258 windows-1258 windows1258 abc tcvn tcvn5712 vscii
      WIN866 IBM866 windows866 alt
      WIN874 x-windows-874 windows874
      KOI8R KOI8-R koi8
      KOI8U KOI8-U
      SJIS windows-31j shiftjis mskanji win932 windows932
      BIG5 Big5 win950 windows950
      GBK GBK win936 windows936
      UHC x-windows-949 win949 windows949
      JOHAB x-Johab
      GB18030 GB18030
      SHIFT_JIS_2004 -
      """;

  private static final Map<String, PgEncoding> NAMED = read();

  /** The encoding of this name, compared by letters and digits alone; null when there is none. */
  public static PgEncoding named(String name) {
    return NAMED.get(plain(name));
  }

  private static Map<String, PgEncoding> read() {
    Map<String, PgEncoding> named = new HashMap<>();
    for (String utf8 : new String[] {"utf8", "unicode", "sqlascii"}) {
      named.put(utf8, UTF8);
    }
    ALL.lines()
        .forEach(
            line -> {
              String[] names = line.split(" ");
              boolean known = !names[1].equals("-") && Charset.isSupported(names[1]);
              PgEncoding encoding =
                  new PgEncoding(names[0], known ? Charset.forName(names[1]) : null);
              named.put(plain(names[0]), encoding);
              for (int i = 2; i < names.length; i++) {
                named.put(names[i], encoding);
              }
            });
    return Map.copyOf(named);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
