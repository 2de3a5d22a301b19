package io.duckgres.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.gateway.session.AdvisoryLocks.Key;
import io.duckgres.gateway.session.AdvisoryLocks.Mode;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import org.junit.jupiter.api.Test;

class AdvisoryLocksTest {
  private static final Key KEY = Key.of(5);
  private static final Key OTHER = Key.of(1, 2);
  private static final int ALICE = 1;
  private static final int BOB = 2;

  private final AdvisoryLocks locks = new AdvisoryLocks();

  @Test
  void splitsKeysAsPgLocksShowsThem() {
    assertThat(Key.of((1L << 40) + 7)).isEqualTo(new Key(256, 7, 1));
    assertThat(Key.of(-1, 2)).isEqualTo(new Key(-1, 2, 2));
  }

  @Test
  void excludesOthersButNotItsOwner() {
    assertThat(locks.tryAcquire(KEY, ALICE, Mode.EXCLUSIVE)).isTrue();
    assertThat(locks.tryAcquire(KEY, ALICE, Mode.SHARE)).isTrue();
    assertThat(locks.tryAcquire(KEY, BOB, Mode.SHARE)).isFalse();
    assertThat(locks.tryAcquire(OTHER, BOB, Mode.EXCLUSIVE)).isTrue();
  }

  @Test
  void sharesAndMustBeReleasedAsOftenAsAcquired() {
    locks.tryAcquire(KEY, ALICE, Mode.SHARE);
    locks.tryAcquire(KEY, ALICE, Mode.SHARE);
    assertThat(locks.tryAcquire(KEY, BOB, Mode.SHARE)).isTrue();
    assertThat(locks.release(KEY, BOB, Mode.SHARE)).isTrue();
    assertThat(locks.release(KEY, ALICE, Mode.SHARE)).isTrue();
    assertThat(locks.tryAcquire(KEY, BOB, Mode.EXCLUSIVE)).isFalse();
    assertThat(locks.release(KEY, ALICE, Mode.SHARE)).isTrue();
    assertThat(locks.tryAcquire(KEY, BOB, Mode.EXCLUSIVE)).isTrue();
    assertThat(locks.release(KEY, ALICE, Mode.SHARE)).isFalse();
  }

  @Test
  void stopsWaitingWhenItIsTold() {
    locks.tryAcquire(KEY, ALICE, Mode.EXCLUSIVE);

    assertThatThrownBy(
            () ->
                locks.acquire(
                    KEY,
                    BOB,
                    Mode.SHARE,
                    5,
                    1000,
                    () -> {
                      assertThat(locks.blocking(BOB)).containsExactly(ALICE);
                      assertThat(locks.entries()).hasSize(2);
                      throw Cancellation.userRequest();
                    }))
        .hasMessage("canceling statement due to user request");
    assertThat(locks.entries()).hasSize(1);
  }

  @Test
  void findsADeadlock() throws InterruptedException {
    locks.tryAcquire(KEY, ALICE, Mode.EXCLUSIVE);
    locks.tryAcquire(OTHER, BOB, Mode.EXCLUSIVE);
    Thread bob = new Thread(() -> locks.acquire(KEY, BOB, Mode.EXCLUSIVE, 5, 60_000, () -> {}));
    bob.start();
    while (locks.blocking(BOB).isEmpty()) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> locks.acquire(OTHER, ALICE, Mode.EXCLUSIVE, 5, 0, () -> {}))
        .isInstanceOfSatisfying(
            PgException.class,
            error -> {
              assertThat(error.state()).isEqualTo(SqlState.DEADLOCK_DETECTED);
              assertThat(error.detail())
                  .isEqualTo(
                      "Process 1 waits for ExclusiveLock on advisory lock [5,1,2,2];"
                          + " blocked by process 2.\n"
                          + "Process 2 waits for ExclusiveLock on advisory lock [5,0,5,1];"
                          + " blocked by process 1.");
            });
    locks.release(KEY, ALICE, Mode.EXCLUSIVE);
    bob.join();
  }
}
