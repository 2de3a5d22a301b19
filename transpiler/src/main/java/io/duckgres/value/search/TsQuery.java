package io.duckgres.value.search;

import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.InputErrors;

/**
 * A node of a tsquery.
 *
 * <p>Source: {@code src/backend/utils/adt/tsquery.c} (infix, tsquerysend, tsqueryrecv).
 */
sealed interface TsQuery {
  /**
   * A lexeme.
   *
   * @param weights bits of the weights that it may have, 8 for A to 1 for D; 0 for any
   */
  record Value(String lexeme, int weights, boolean prefix) implements TsQuery {}

  /** A negation. */
  record Not(TsQuery operand) implements TsQuery {}

  /**
   * AND, OR or a phrase.
   *
   * @param distance of a phrase, otherwise 0
   */
  record Binary(Operator operator, int distance, TsQuery left, TsQuery right) implements TsQuery {}

  /** The operators by binding strength, which are also PostgreSQL's codes but for their order. */
  enum Operator {
    OR(1, 3),
    AND(2, 2),
    PHRASE(3, 4);

    final int priority;
    final int code;

    Operator(int priority, int code) {
      this.priority = priority;
      this.code = code;
    }
  }

  /** The priority of a negation. */
  int NOT_PRIORITY = 4;

  /** The code of a negation. */
  int NOT_CODE = 1;

  /** What the output function gives; null is the empty query. */
  static String text(TsQuery query) {
    StringBuilder out = new StringBuilder();
    if (query != null) {
      write(query, -1, false, out);
    }
    return out.toString();
  }

  private static void write(TsQuery query, int outer, boolean behindPhrase, StringBuilder out) {
    if (query instanceof Value value) {
      out.append(LexemeReader.quote(value.lexeme()));
      if (value.prefix() || value.weights() != 0) {
        out.append(':').append(value.prefix() ? "*" : "");
        for (int i = 3; i >= 0; i--) {
          out.append((value.weights() >> i & 1) != 0 ? String.valueOf((char) ('D' - i)) : "");
        }
      }
    } else if (query instanceof Not not) {
      boolean enclosed = NOT_PRIORITY < outer;
      out.append(enclosed ? "( " : "").append('!');
      write(not.operand(), NOT_PRIORITY, false, out);
      out.append(enclosed ? " )" : "");
    } else {
      Binary binary = (Binary) query;
      int priority = binary.operator().priority;
      boolean phrase = binary.operator() == Operator.PHRASE;
      boolean enclosed = priority < outer || phrase && behindPhrase;
      out.append(enclosed ? "( " : "");
      write(binary.left(), priority, false, out);
      out.append(
          switch (binary.operator()) {
            case OR -> " | ";
            case AND -> " & ";
            case PHRASE -> binary.distance() == 1 ? " <-> " : " <" + binary.distance() + "> ";
          });
      write(binary.right(), priority, phrase, out);
      out.append(enclosed ? " )" : "");
    }
  }

  /** How many nodes it has. */
  static int size(TsQuery query) {
    if (query == null) {
      return 0;
    }
    if (query instanceof Not not) {
      return 1 + size(not.operand());
    }
    return query instanceof Binary binary ? 1 + size(binary.left()) + size(binary.right()) : 1;
  }

  /** Writes the nodes, each operator before its right and then its left operand. */
  static void send(TsQuery query, BinaryWriter out) {
    if (query instanceof Value value) {
      out.writeByte(1).writeByte(value.weights()).writeByte(value.prefix() ? 1 : 0);
      out.writeString(value.lexeme());
    } else if (query instanceof Not not) {
      out.writeByte(2).writeByte(NOT_CODE);
      send(not.operand(), out);
    } else if (query instanceof Binary binary) {
      out.writeByte(2).writeByte(binary.operator().code);
      if (binary.operator() == Operator.PHRASE) {
        out.writeShort(binary.distance());
      }
      send(binary.right(), out);
      send(binary.left(), out);
    }
  }

  /** Reads what {@link #send} writes. */
  static TsQuery receive(BinaryReader in) {
    int type = in.readByte();
    if (type == 1) {
      int weights = in.readByte();
      boolean prefix = in.readByte() != 0;
      if (weights > 0xF) {
        throw InputErrors.invalidBinary("invalid tsquery: invalid weight bitmap");
      }
      return new Value(in.readString(), weights, prefix);
    }
    if (type != 2) {
      throw InputErrors.invalidBinary("unrecognized tsquery node type: " + type);
    }
    int code = in.readByte();
    if (code == NOT_CODE) {
      return new Not(receive(in));
    }
    for (Operator operator : Operator.values()) {
      if (operator.code == code) {
        int distance = operator == Operator.PHRASE ? in.readShort() : 0;
        TsQuery right = receive(in);
        return new Binary(operator, distance, receive(in), right);
      }
    }
    throw InputErrors.invalidBinary("invalid tsquery: unrecognized operator type " + code);
  }
}
