package io.duckgres.catalog.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class NumericFunctionsTest {
  private static List<String[]> recorded() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NumericFunctionsTest.class.getResourceAsStream("numeric-functions.tsv"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  private static String compute(String function, String a, String b) {
    return switch (function) {
      case "sqrt" -> NumericPowers.sqrt(a);
      case "exp" -> NumericPowers.exp(a);
      case "ln" -> NumericPowers.ln(a);
      case "log" -> NumericPowers.log(a, b);
      case "power" -> NumericPowers.power(a, b);
      case "div" -> NumericFunctions.quotient(a, b);
      case "mod" -> NumericFunctions.remainder(a, b);
      case "gcd" -> NumericFunctions.gcd(a, b);
      case "lcm" -> NumericFunctions.lcm(a, b);
      case "+" -> NumericFunctions.add(a, b);
      case "-" -> NumericFunctions.subtract(a, b);
      case "*" -> NumericFunctions.multiply(a, b);
      case "/" -> NumericFunctions.divide(a, b);
      case ">" -> NumericFunctions.compare(a, b) > 0 ? "t" : "f";
      default -> throw new IllegalArgumentException(function);
    };
  }

  @Test
  void computesWhatPostgresqlRecorded() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String[] row : recorded()) {
      softly
          .assertThat(compute(row[0], row[1], row[2]))
          .as("%s(%s, %s)", row[0], row[1], row[2])
          .isEqualTo(row[3]);
    }
    softly.assertAll();
  }

  @Test
  void refusesWhatHasNoRealResult() {
    assertThatThrownBy(() -> NumericPowers.power("-2.0", "0.5"))
        .isInstanceOf(PgException.class)
        .hasMessage("a negative number raised to a non-integer power yields a complex result");
    assertThatThrownBy(() -> NumericPowers.ln("0")).hasMessage("cannot take logarithm of zero");
    assertThatThrownBy(() -> NumericFunctions.divide("1", "0")).hasMessage("division by zero");
    assertThatThrownBy(() -> NumericPowers.exp("10000"))
        .hasMessage("value overflows numeric format");
  }

  @Test
  void aggregatesListsExactly() {
    assertThat(NumericLists.sum("1.5 2.25 -0.750")).isEqualTo("3.000");
    assertThat(NumericLists.average("1 2")).isEqualTo("1.5000000000000000");
    assertThat(NumericLists.variance("1.5", "sample", true)).isNull();
    assertThat(NumericLists.greatest("1.50 1.5 -3")).isEqualTo("1.50");
    assertThat(NumericLists.sum("NaN 1")).isEqualTo("NaN");
  }
}
