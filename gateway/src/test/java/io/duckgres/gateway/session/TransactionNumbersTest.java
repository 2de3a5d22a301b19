package io.duckgres.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TransactionNumbersTest {
  private final TransactionNumbers numbers = new TransactionNumbers(Instant.EPOCH);

  @Test
  void remembersHowTransactionsEnd() {
    long first = numbers.assign();
    long second = numbers.assign();
    long third = numbers.assign();
    numbers.ended(first, true);
    numbers.ended(third, false);

    assertThat(numbers.status(first)).isEqualTo("committed");
    assertThat(numbers.status(second)).isEqualTo("in progress");
    assertThat(numbers.status(third)).isEqualTo("aborted");
    assertThat(numbers.status(first - 1)).isNull();
    assertThat(numbers.snapshot()).isEqualTo(second + ":" + (third + 1) + ":" + second);
    numbers.ended(second, true);
    assertThat(numbers.snapshot()).isEqualTo((third + 1) + ":" + (third + 1) + ":");
  }
}
