package io.duckgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresLexerTest {
  private static List<PostgresToken> tokens(String text) {
    return PostgresLexer.scan(text).tokens();
  }

  private static List<String> describe(String text) {
    return tokens(text).stream()
        .map(t -> PostgresParser.VOCABULARY.getSymbolicName(t.getType()) + " " + t.value())
        .toList();
  }

  @Test
  void identifiersAreFoldedInAsciiOnlyUnlessQuoted() {
    assertThat(describe("Foo \"Foo\" \"a\"\"b\" ÄÖ_x$1 SELECT \"select\""))
        .containsExactly(
            "IDENT foo",
            "IDENT Foo",
            "IDENT a\"b",
            "IDENT ÄÖ_x$1",
            "SELECT select",
            "IDENT select");
  }

  @Test
  void namesAreCutAt63BytesButNotWithinACharacter() {
    assertThat(tokens("x" + "é".repeat(40)).get(0).value()).isEqualTo("x" + "é".repeat(31));
    assertThat(tokens("\"" + "é".repeat(40) + "\"").get(0).value()).isEqualTo("é".repeat(31));
    assertThat(PostgresLexer.scan("x".repeat(63)).notices()).isEmpty();
  }

  static Stream<Arguments> strings() {
    return Stream.of(
        Arguments.of("'a''b'", "a'b"),
        Arguments.of("'a\\n'", "a\\n"),
        Arguments.of("e'a\\nb\\t\\q\\v'", "a\nb\tq\u000B"),
        Arguments.of("E'\\x41\\101\\u0042\\U00000043'", "AABC"),
        Arguments.of("E'\\ud83e\\udd86'", "\uD83E\uDD86"),
        Arguments.of("E'\\xc3\\xa9\\303\\251é'", "ééé"),
        Arguments.of("u&'d\\0061t\\+000061 \\\\'", "data \\"),
        Arguments.of("U&'d!0061!!' uescape '!'", "da!"),
        Arguments.of("U&'\\d83e\\dd86'", "\uD83E\uDD86"),
        Arguments.of("$$a'b$$", "a'b"),
        Arguments.of("$x$ $$ $y$ $x$", " $$ $y$ "));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void aStringHasItsContentAsValue(String literal, String value) {
    assertThat(describe(literal)).containsExactly("SCONST " + value);
  }

  @Test
  void aStringGoesOnBehindANewline() {
    assertThat(describe("'a'\n'b' -- c\n  'd'")).containsExactly("SCONST abd");
    assertThat(describe("E'a'\n'\\n'")).containsExactly("SCONST a\n");
    assertThat(describe("'a' 'b'")).containsExactly("SCONST a", "SCONST b");
    assertThat(describe("'a' /* \n */ 'b'")).containsExactly("SCONST a", "SCONST b");
  }

  @Test
  void bitStringsKeepTheirKind() {
    assertThat(describe("B'10' x'1F' b'1''0' N'a'"))
        .containsExactly(
            "BCONST b10", "XCONST x1F", "BCONST b1", "SCONST 0", "NCHAR nchar", "SCONST a");
  }

  @Test
  void numbersAreNormalised() {
    assertThat(
            describe("1 1_000 0x1F 0o17 0b1_01 2147483648 1.5 1. .5 1e5 1_0.0_1E-1_0 0x80000000"))
        .containsExactly(
            "ICONST 1",
            "ICONST 1000",
            "ICONST 31",
            "ICONST 15",
            "ICONST 5",
            "FCONST 2147483648",
            "FCONST 1.5",
            "FCONST 1.",
            "FCONST .5",
            "FCONST 1e5",
            "FCONST 10.01E-10",
            "FCONST 2147483648");
    assertThat(describe("1..2")).containsExactly("ICONST 1", "DOT_DOT ..", "ICONST 2");
    assertThat(describe("$1 $23")).containsExactly("PARAM 1", "PARAM 23");
  }

  @Test
  void operatorsEndWherePostgresEndsThem() {
    assertThat(describe("=- <>- @- ->> !=- +/*c*/- *--x\n<= >= => := :: : . !="))
        .containsExactly(
            "EQ =",
            "MINUS -",
            "NE <>",
            "MINUS -",
            "OP @-",
            "OP ->>",
            "OP !=-",
            "PLUS +",
            "MINUS -",
            "STAR *",
            "LE <=",
            "GE >=",
            "EQUALS_GREATER =>",
            "COLON_EQUALS :=",
            "TYPECAST ::",
            "COLON :",
            "DOT .",
            "NE <>");
  }

  @Test
  void commentsNestAndCountAsBlanks() {
    assertThat(describe("a/* b /* c */ d */e--f\ng"))
        .containsExactly("IDENT a", "IDENT e", "IDENT g");
  }

  @Test
  void tokensKnowWhereTheyStandInTheSource() {
    PostgresToken token = tokens("🦆 'é' x").get(2);

    assertThat(token.getStartIndex()).isEqualTo(7);
    assertThat(token.getStopIndex()).isEqualTo(7);
    assertThat(CodePoints.position("🦆 'é' x", 7)).isEqualTo(7);
    assertThat(CodePoints.offset("🦆 'é' x", 7)).isEqualTo(7);
    assertThat(token.getText()).isEqualTo("x");
  }

  @Test
  void whatIsNoTokenCarriesTheErrorAndTheRestIsStillRead() {
    List<PostgresToken> tokens = tokens("a 1x E'\\u00' b");

    assertThat(tokens)
        .extracting(PostgresToken::getType)
        .containsExactly(
            PostgresParser.IDENT,
            PostgresParser.LEXICAL_ERROR,
            PostgresParser.LEXICAL_ERROR,
            PostgresParser.IDENT);
    assertThat(tokens.get(1).error().message())
        .isEqualTo("trailing junk after numeric literal at or near \"1x\"");
    assertThat(tokens.get(2).error().sqlState()).isEqualTo("22025");
  }
}
