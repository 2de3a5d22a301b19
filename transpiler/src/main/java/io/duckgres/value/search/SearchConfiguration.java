package io.duckgres.value.search;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The text search configurations that we carry out: which lexeme a word gives. */
public enum SearchConfiguration {
  /** Words in lower case. */
  SIMPLE(3748),
  /** Stems of English words; words that say nothing are left out. */
  ENGLISH(13091);

  /** PostgreSQL's other configurations. */
  private static final Set<String> OTHERS =
      Set.of(
          "arabic",
          "armenian",
          "basque",
          "catalan",
          "danish",
          "dutch",
          "finnish",
          "french",
          "german",
          "greek",
          "hindi",
          "hungarian",
          "indonesian",
          "irish",
          "italian",
          "lithuanian",
          "nepali",
          "norwegian",
          "portuguese",
          "romanian",
          "russian",
          "serbian",
          "spanish",
          "swedish",
          "tamil",
          "turkish",
          "yiddish");

  private final int oid;

  SearchConfiguration(int oid) {
    this.oid = oid;
  }

  private static final class StopWords {
    static final Set<String> ENGLISH = read();

    private static Set<String> read() {
      try (InputStream in =
          SearchConfiguration.class.getResourceAsStream("english-stop-words.txt")) {
        return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Its OID in {@code pg_ts_config}. */
  public int oid() {
    return oid;
  }

  /**
   * A configuration by its name, with or without {@code pg_catalog}, or by its OID.
   *
   * @throws PgException 0A000 for one of PostgreSQL's that we don't have, 42704 for any other
   */
  public static SearchConfiguration of(String text) {
    String name = text.startsWith("pg_catalog.") ? text.substring(11) : text;
    for (SearchConfiguration configuration : values()) {
      if (configuration.name().toLowerCase(Locale.ROOT).equals(name)
          || Integer.toString(configuration.oid).equals(name)) {
        return configuration;
      }
    }
    if (OTHERS.contains(name) || name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw PgException.notSupported("the text search configuration \"" + text + "\"");
    }
    throw new PgException(
        SqlState.UNDEFINED_OBJECT, "text search configuration \"" + text + "\" does not exist");
  }

  /**
   * The lexeme of a word.
   *
   * @param letters whether the word is of letters only
   * @return null for a stop word
   */
  String lexeme(String word, boolean letters) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (this == SIMPLE || !letters) {
      return lower;
    }
    return StopWords.ENGLISH.contains(lower) ? null : EnglishStemmer.stem(lower);
  }
}
