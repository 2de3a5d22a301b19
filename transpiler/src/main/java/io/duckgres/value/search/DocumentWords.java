package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as PostgreSQL's default parser finds them: runs of letters and digits. What
 * that parser takes for numbers with points, hyphenated words, addresses, paths or markup is
 * refused.
 *
 * <p>Source: {@code src/backend/tsearch/wparser_def.c}.
 */
final class DocumentWords {
  private static final String SEPARATORS = ",;:!?()[]{}\"'`*|$^%\u2026\u2013\u2014";
  private static final String JOINING = ".-_/@&<>+~=#\\";

  private DocumentWords() {}

  /**
   * A word.
   *
   * @param lexeme null for a stop word
   * @param place from 1, stop words counted
   */
  record Word(String lexeme, int place) {}

  static List<Word> of(SearchConfiguration configuration, String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        int end = at;
        boolean letters = true;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
          letters &= Character.isLetter(text.codePointAt(end));
          end += Character.charCount(text.codePointAt(end));
        }
        String word = text.substring(at, end);
        words.add(new Word(configuration.lexeme(word, letters), words.size() + 1));
        at = end;
      } else {
        requireSeparator(text, at, c);
        at += Character.charCount(c);
      }
    }
    return words;
  }

  private static void requireSeparator(String text, int at, int c) {
    boolean colon = c == ':' && at + 1 < text.length() && text.charAt(at + 1) == '/';
    if (!colon && (Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0)) {
      return;
    }
    boolean known = JOINING.indexOf(c) >= 0;
    boolean joinsLeft = at > 0 && !Character.isWhitespace(text.codePointBefore(at));
    boolean joinsRight = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    if (!known || colon || joinsRight || c != '.' && joinsLeft) {
      throw PgException.notSupported(
          "text search in a text with \"" + Character.toString(c) + "\" in this place");
    }
  }
}
