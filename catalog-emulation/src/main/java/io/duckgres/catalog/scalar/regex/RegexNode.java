package io.duckgres.catalog.scalar.regex;

/** The tree of a regular expression. */
sealed interface RegexNode {
  /** The same in the syntax of java.util.regex. */
  String java();

  /** 1 when it prefers the longest match, -1 the shortest, 0 when it has no preference. */
  default int preference() {
    return 0;
  }

  /** Whether parentheses inside capture. */
  default boolean captures() {
    return false;
  }

  /** How many parts leave the length of a match open; alternatives count as many. */
  default int choices() {
    return 0;
  }

  /** One character of a set. */
  record CharacterSet(String java, CharacterTest test) implements RegexNode {}

  /** A place: {@code \A} and its like, as java.util.regex writes it. */
  record Place(String java, PlaceTest test) implements RegexNode {}

  /** What was captured before. */
  record Back(int group) implements RegexNode {
    @Override
    public String java() {
      return "(?:\\" + group + ")";
    }

    @Override
    public int choices() {
      return 2;
    }
  }

  /** Nothing. */
  record Empty() implements RegexNode {
    @Override
    public String java() {
      return "";
    }
  }

  /** One after the other. */
  record Sequence(RegexNode left, RegexNode right) implements RegexNode {
    @Override
    public String java() {
      return left.java() + right.java();
    }

    @Override
    public int preference() {
      return left.preference() != 0 ? left.preference() : right.preference();
    }

    @Override
    public boolean captures() {
      return left.captures() || right.captures();
    }

    @Override
    public int choices() {
      return left.choices() + right.choices();
    }
  }

  /** One or the other. */
  record Either(RegexNode left, RegexNode right) implements RegexNode {
    @Override
    public String java() {
      return "(?:" + left.java() + "|" + right.java() + ")";
    }

    @Override
    public int preference() {
      return 1;
    }

    @Override
    public boolean captures() {
      return left.captures() || right.captures();
    }

    @Override
    public int choices() {
      return 2;
    }
  }

  /** Parentheses; number 0 does not capture. */
  record Group(int number, RegexNode body) implements RegexNode {
    @Override
    public String java() {
      return (number == 0 ? "(?:" : "(") + body.java() + ")";
    }

    @Override
    public int preference() {
      return body.preference();
    }

    @Override
    public boolean captures() {
      return number > 0 || body.captures();
    }

    @Override
    public int choices() {
      return body.choices();
    }
  }

  /**
   * Repetition.
   *
   * @param most -1 without a limit
   * @param taste 1 prefers the longest, -1 the shortest, 0 what the body prefers
   */
  record Repeat(RegexNode body, int least, int most, int taste) implements RegexNode {
    @Override
    public String java() {
      String limit = most < 0 ? "" : Integer.toString(most);
      String times = most == least ? "{" + least + "}" : "{" + least + "," + limit + "}";
      return "(?:" + body.java() + ")" + times + (taste < 0 && most != least ? "?" : "");
    }

    @Override
    public int preference() {
      return taste != 0 ? taste : body.preference();
    }

    @Override
    public boolean captures() {
      return body.captures();
    }

    @Override
    public int choices() {
      if (body.choices() == 0) {
        return most == least ? 0 : body.captures() ? 2 : 1;
      }
      return most == least && taste == 0 ? body.choices() : 2;
    }
  }

  /** Looks ahead or behind. */
  record Look(RegexNode body, boolean ahead, boolean negative) implements RegexNode {
    @Override
    public String java() {
      return (ahead ? "(?" : "(?<") + (negative ? "!" : "=") + body.java() + ")";
    }
  }

  /** Whether a character belongs to a set. */
  interface CharacterTest {
    boolean contains(int codePoint);
  }

  /** Whether a place is as wanted. */
  interface PlaceTest {
    boolean holds(String text, int index);
  }
}
