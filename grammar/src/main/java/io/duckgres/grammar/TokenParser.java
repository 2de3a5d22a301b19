package io.duckgres.grammar;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses one list of tokens by one rule: in ANTLR's fast mode (SLL) without any error handling.
 * Only when that fails is the first wrong token looked for.
 *
 * @param <T> the rule's context
 */
final class TokenParser<T extends ParserRuleContext> {
  private final TokenList tokens;
  private final String text;
  private final int rootRule;
  private final Function<PostgresParser, T> rule;
  private SyntaxError error;

  TokenParser(
      String text,
      List<PostgresToken> tokens,
      int end,
      int rootRule,
      Function<PostgresParser, T> rule) {
    this.text = text;
    TokenRefiner.refine(tokens);
    this.tokens = new TokenList(text, tokens, end);
    this.rootRule = rootRule;
    this.rule = rule;
  }

  /** Why there is no tree, or null. */
  SyntaxError error() {
    return error;
  }

  /** The tree, or null. */
  T parse() {
    try {
      return checked(parseOrRepair());
    } catch (NestingLimitException | StackOverflowError e) {
      error = SyntaxError.nestingLimit();
      return null;
    }
  }

  private T checked(T tree) {
    if (tree == null) {
      return null;
    }
    error = SyntaxRules.check(text, tokens, tree);
    return error == null ? tree : null;
  }

  private T parseOrRepair() {
    T tree = attempt(PredictionMode.SLL);
    if (tree != null) {
      return tree;
    }
    int wrong = ViablePrefix.firstWrongToken(rootRule, tokens);
    if (wrong >= 0) {
      error = errorAt(tokens.get(wrong));
      return null;
    }
    new BracketRepair(tokens, () -> ViablePrefix.firstWrongAsTyped(rootRule, tokens)).repair();
    tree = attempt(PredictionMode.SLL);
    return tree != null ? tree : attemptOrFail();
  }

  /**
   * The fast mode may refuse what the full one takes; that the full one refuses it too can't be,
   * but must not throw.
   */
  private T attemptOrFail() {
    T tree = attempt(PredictionMode.LL);
    if (tree == null) {
      error = errorAt(tokens.get(tokens.size() - 1));
    }
    return tree;
  }

  private T attempt(PredictionMode mode) {
    tokens.seek(0);
    PostgresParser parser = new PostgresParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      return null;
    }
  }

  private SyntaxError errorAt(PostgresToken wrong) {
    SyntaxError ahead = readsAhead(wrong) ? errorBehind(wrong) : null;
    if (ahead != null) {
      return ahead;
    }
    return wrong.error() != null
        ? wrong.error()
        : LexicalErrors.nearError(text, wrong.getStartIndex(), wrong.end(), "syntax error");
  }

  /**
   * PostgreSQL reads the token behind some tokens before its parser sees these: that one's error
   * comes first.
   */
  private static boolean readsAhead(PostgresToken token) {
    return switch (token.getType()) {
      case PostgresParser.NOT,
          PostgresParser.NOT_LA,
          PostgresParser.NULLS,
          PostgresParser.NULLS_LA,
          PostgresParser.WITH,
          PostgresParser.WITH_LA,
          PostgresParser.WITHOUT,
          PostgresParser.WITHOUT_LA,
          PostgresParser.FORMAT,
          PostgresParser.FORMAT_LA ->
          true;
      case PostgresParser.SCONST, PostgresParser.IDENT, PostgresParser.LEXICAL_ERROR -> {
        String written = token.getText();
        yield written.startsWith("U&") || written.startsWith("u&");
      }
      default -> false;
    };
  }

  private SyntaxError errorBehind(PostgresToken token) {
    int next = token.getTokenIndex() + 1;
    return next < tokens.size() ? tokens.get(next).error() : null;
  }
}
