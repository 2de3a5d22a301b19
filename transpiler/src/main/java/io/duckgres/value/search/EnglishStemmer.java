package io.duckgres.value.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The stem of an English word in lower case, by the algorithm that PostgreSQL's dictionary {@code
 * english_stem} follows.
 *
 * @see <a href="https://snowballstem.org/algorithms/english/stemmer.html">The English (Porter2)
 *     stemming algorithm</a>
 */
final class EnglishStemmer {
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("skis", "ski"),
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("idly", "idl"),
          Map.entry("gently", "gentl"),
          Map.entry("ugly", "ugli"),
          Map.entry("early", "earli"),
          Map.entry("only", "onli"),
          Map.entry("singly", "singl"),
          Map.entry("sky", "sky"),
          Map.entry("news", "news"),
          Map.entry("howe", "howe"),
          Map.entry("atlas", "atlas"),
          Map.entry("cosmos", "cosmos"),
          Map.entry("bias", "bias"),
          Map.entry("andes", "andes"));
  private static final Set<String> KEPT =
      Set.of("inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed");
  private static final Map<String, String> STEP2 =
      endings(
          "ization", "ize", "ational", "ate", "fulness", "ful", "ousness", "ous", "iveness", "ive",
          "tional", "tion", "biliti", "ble", "lessli", "less", "entli", "ent", "ation", "ate",
          "alism", "al", "aliti", "al", "ousli", "ous", "iviti", "ive", "fulli", "ful", "enci",
          "ence", "anci", "ance", "abli", "able", "izer", "ize", "ator", "ate", "alli", "al", "bli",
          "ble");
  private static final Map<String, String> STEP3 =
      endings(
          "ational", "ate", "tional", "tion", "alize", "al", "icate", "ic", "iciti", "ic", "ical",
          "ic", "ness", "", "ful", "");
  private static final String[] STEP4 = {
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic"
  };

  private final StringBuilder word;
  private int region1;
  private int region2;

  private EnglishStemmer(String word) {
    this.word = new StringBuilder(word);
  }

  private static Map<String, String> endings(String... pairs) {
    Map<String, String> endings = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      endings.put(pairs[i], pairs[i + 1]);
    }
    return endings;
  }

  static String stem(String word) {
    if (word.length() <= 2) {
      return word;
    }
    String exception = EXCEPTIONS.get(word);
    if (exception != null) {
      return exception;
    }
    EnglishStemmer stemmer = new EnglishStemmer(word);
    stemmer.run();
    return stemmer.word.toString().replace('Y', 'y');
  }

  private void run() {
    markConsonantY();
    findRegions();
    removePossessive();
    removePlural();
    if (KEPT.contains(word.toString())) {
      return;
    }
    removePast();
    replaceFinalY();
    derivations();
    qualities();
    removeSuffix();
    removeFinal();
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  private boolean vowelAt(int index) {
    return isVowel(word.charAt(index));
  }

  private void markConsonantY() {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == 'y' && (i == 0 || vowelAt(i - 1))) {
        word.setCharAt(i, 'Y');
      }
    }
  }

  private void findRegions() {
    region1 = word.length();
    for (String prefix : new String[] {"gener", "commun", "arsen"}) {
      if (word.indexOf(prefix) == 0) {
        region1 = prefix.length();
      }
    }
    if (region1 == word.length()) {
      region1 = afterVowelAndConsonant(0);
    }
    region2 = afterVowelAndConsonant(region1);
  }

  private int afterVowelAndConsonant(int from) {
    for (int i = from + 1; i < word.length(); i++) {
      if (vowelAt(i - 1) && !vowelAt(i)) {
        return i + 1;
      }
    }
    return word.length();
  }

  private boolean ends(String suffix) {
    return word.length() >= suffix.length()
        && word.indexOf(suffix, word.length() - suffix.length()) >= 0;
  }

  private int before(String suffix) {
    return word.length() - suffix.length();
  }

  private void replace(String suffix, String by) {
    word.setLength(before(suffix));
    word.append(by);
  }

  private void removePossessive() {
    for (String suffix : new String[] {"'s'", "'s", "'"}) {
      if (ends(suffix)) {
        replace(suffix, "");
        return;
      }
    }
  }

  private boolean hasVowel(int end) {
    for (int i = 0; i < end; i++) {
      if (vowelAt(i)) {
        return true;
      }
    }
    return false;
  }

  private void removePlural() {
    if (ends("sses")) {
      replace("sses", "ss");
    } else if (ends("ied") || ends("ies")) {
      word.setLength(word.length() - 3);
      word.append(word.length() > 1 ? "i" : "ie");
    } else if (ends("s") && !ends("us") && !ends("ss") && hasVowel(word.length() - 2)) {
      replace("s", "");
    }
  }

  private void removePast() {
    for (String suffix : new String[] {"eedly", "eed"}) {
      if (ends(suffix)) {
        if (before(suffix) >= region1) {
          replace(suffix, "ee");
        }
        return;
      }
    }
    for (String suffix : new String[] {"ingly", "edly", "ing", "ed"}) {
      if (ends(suffix)) {
        if (hasVowel(before(suffix))) {
          replace(suffix, "");
          mendEnd();
        }
        return;
      }
    }
  }

  private void mendEnd() {
    int length = word.length();
    if (ends("at") || ends("bl") || ends("iz")) {
      word.append('e');
    } else if (length > 1
        && word.charAt(length - 1) == word.charAt(length - 2)
        && "bdfgmnprt".indexOf(word.charAt(length - 1)) >= 0) {
      word.setLength(length - 1);
    } else if (region1 >= length && isShort(length)) {
      word.append('e');
    }
  }

  /** Whether the part up to an index ends with a short syllable. */
  private boolean isShort(int end) {
    if (end == 2) {
      return vowelAt(0) && !vowelAt(1);
    }
    return end > 2
        && !vowelAt(end - 1)
        && "wxY".indexOf(word.charAt(end - 1)) < 0
        && vowelAt(end - 2)
        && !vowelAt(end - 3);
  }

  private void replaceFinalY() {
    int last = word.length() - 1;
    if (last > 1 && "yY".indexOf(word.charAt(last)) >= 0 && !vowelAt(last - 1)) {
      word.setCharAt(last, 'i');
    }
  }

  /** The longest of some endings that the word has; null for none. */
  private String longest(Iterable<String> suffixes) {
    String longest = null;
    for (String suffix : suffixes) {
      if (ends(suffix) && (longest == null || suffix.length() > longest.length())) {
        longest = suffix;
      }
    }
    return longest;
  }

  private void derivations() {
    String suffix = longest(STEP2.keySet());
    if (suffix != null) {
      if (before(suffix) >= region1) {
        replace(suffix, STEP2.get(suffix));
      }
    } else if (ends("ogi")) {
      if (before("ogi") >= region1 && before("ogi") > 0 && word.charAt(before("ogi") - 1) == 'l') {
        replace("ogi", "og");
      }
    } else if (ends("li")
        && before("li") >= region1
        && before("li") > 0
        && "cdeghkmnrt".indexOf(word.charAt(before("li") - 1)) >= 0) {
      replace("li", "");
    }
  }

  private void qualities() {
    String suffix = longest(STEP3.keySet());
    if (ends("ative")) {
      if (before("ative") >= region2) {
        replace("ative", "");
      }
    } else if (suffix != null && before(suffix) >= region1) {
      replace(suffix, STEP3.get(suffix));
    }
  }

  private void removeSuffix() {
    String suffix = longest(java.util.List.of(STEP4));
    if (suffix != null) {
      if (before(suffix) >= region2) {
        replace(suffix, "");
      }
    } else if (ends("ion")
        && before("ion") >= region2
        && before("ion") > 0
        && "st".indexOf(word.charAt(before("ion") - 1)) >= 0) {
      replace("ion", "");
    }
  }

  private void removeFinal() {
    int last = word.length() - 1;
    if (ends("e")) {
      if (last >= region2 || last >= region1 && !isShort(last)) {
        word.setLength(last);
      }
    } else if (ends("ll") && last >= region2) {
      word.setLength(last);
    }
  }
}
