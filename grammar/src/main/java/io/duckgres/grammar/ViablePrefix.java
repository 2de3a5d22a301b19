package io.duckgres.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Finds the first token that no statement of the grammar could have at its place. That is the token
 * which PostgreSQL's LALR(1) parser names, whereas ANTLR names the one that its prediction happened
 * to stop at.
 *
 * <p>Follows every way through the grammar's state machine at once. What would be a stack per way
 * is one graph of {@link Frame}s that ways share, so neither ambiguity nor nesting costs more than
 * memory.
 */
final class ViablePrefix {
  private final ATN atn = PostgresParser._ATN;
  private final TokenList tokens;
  private final boolean asTyped;
  private Map<Long, Frame> framesHere = new HashMap<>();
  private Set<Long> seenHere = new HashSet<>();
  private final ArrayDeque<Way> open = new ArrayDeque<>();
  private int frames;

  private ViablePrefix(TokenList tokens, boolean asTyped) {
    this.tokens = tokens;
    this.asTyped = asTyped;
  }

  /**
   * A rule that was entered: where it goes on when the rule ends, and within which others it was
   * entered.
   */
  private static final class Frame {
    final int id;
    final ATNState followState;
    final int precedence;
    final List<Frame> parents = new ArrayList<>();
    boolean ended;

    Frame(int id, ATNState followState, int precedence) {
      this.id = id;
      this.followState = followState;
      this.precedence = precedence;
    }
  }

  private record Way(ATNState state, Frame frame) {}

  /** Index of the first wrong token, or -1 when all are right. */
  static int firstWrongToken(int rule, TokenList tokens) {
    return new ViablePrefix(tokens, false).firstWrongToken(rule);
  }

  /** The same for the tokens as TokenRefiner typed them. */
  static int firstWrongAsTyped(int rule, TokenList tokens) {
    return new ViablePrefix(tokens, true).firstWrongToken(rule);
  }

  private int firstWrongToken(int rule) {
    List<Way> reached = List.of(new Way(atn.ruleToStartState[rule], new Frame(frames++, null, 0)));
    for (int index = 0; index < tokens.size(); index++) {
      reached = advance(reached, tokens.get(index).getType());
      if (reached.isEmpty()) {
        return index;
      }
    }
    return -1;
  }

  /** The ways that take a token of the type. */
  private List<Way> advance(List<Way> from, int type) {
    framesHere = new HashMap<>();
    seenHere = new HashSet<>();
    from.forEach(way -> add(way.state(), way.frame()));
    List<Way> next = new ArrayList<>();
    while (!open.isEmpty()) {
      Way way = open.pop();
      if (way.state() instanceof RuleStopState) {
        leave(way.frame());
        continue;
      }
      for (Transition transition : way.state().getTransitions()) {
        follow(transition, way.frame(), type, next);
      }
    }
    return next;
  }

  private void follow(Transition transition, Frame frame, int type, List<Way> next) {
    if (transition instanceof RuleTransition call) {
      enter(call, frame);
    } else if (transition instanceof PrecedencePredicateTransition predicate) {
      if (predicate.precedence >= frame.precedence) {
        add(transition.target, frame);
      }
    } else if (transition.isEpsilon()) {
      add(transition.target, frame);
    } else if (matches(transition, type) || !asTyped && matches(transition, sameToPostgres(type))) {
      next.add(new Way(transition.target, frame));
    }
  }

  private boolean matches(Transition transition, int type) {
    return type == Token.EOF
        ? transition.label().contains(Token.EOF)
        : transition.matches(type, Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType);
  }

  /**
   * The other type of a token that only TokenRefiner tells apart from another; PostgreSQL does not.
   */
  private static int sameToPostgres(int type) {
    return switch (type) {
      case PostgresParser.LP -> PostgresParser.LPS;
      case PostgresParser.LPS -> PostgresParser.LP;
      case PostgresParser.UNBOUNDED_LA -> PostgresParser.UNBOUNDED;
      case PostgresParser.CUBE_LA -> PostgresParser.CUBE;
      case PostgresParser.ROLLUP_LA -> PostgresParser.ROLLUP;
      case PostgresParser.JSON_LA -> PostgresParser.JSON;
      case PostgresParser.UNIQUE_LA -> PostgresParser.UNIQUE;
      default -> type;
    };
  }

  private void enter(RuleTransition call, Frame caller) {
    long key = (long) call.followState.stateNumber << 32 | call.precedence;
    Frame frame = framesHere.get(key);
    if (frame == null) {
      frame = new Frame(frames++, call.followState, call.precedence);
      framesHere.put(key, frame);
    }
    if (!frame.parents.contains(caller)) {
      frame.parents.add(caller);
      // The rule may have ended already, having matched nothing, before this caller was known.
      if (frame.ended) {
        add(frame.followState, caller);
      }
    }
    add(call.target, frame);
  }

  private void leave(Frame frame) {
    frame.ended = true;
    for (Frame parent : List.copyOf(frame.parents)) {
      add(frame.followState, parent);
    }
  }

  private void add(ATNState state, Frame frame) {
    if (seenHere.add((long) state.stateNumber << 32 | frame.id)) {
      open.push(new Way(state, frame));
    }
  }
}
