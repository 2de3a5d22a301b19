package io.duckgres.gateway.session;

import io.duckgres.gateway.session.AdvisoryLocks.Key;
import io.duckgres.gateway.session.AdvisoryLocks.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * The advisory locks that one session holds: those of its transaction are given back when it ends,
 * the others on demand or with the session.
 */
final class SessionLocks implements TransactionObserver {
  /** One acquisition. */
  private record Held(Key key, Mode mode) {}

  private final AdvisoryLocks locks;
  private final int owner;
  private final List<Held> ofSession = new ArrayList<>();
  private final List<Held> ofTransaction = new ArrayList<>();

  SessionLocks(AdvisoryLocks locks, int owner) {
    this.locks = locks;
    this.owner = owner;
  }

  AdvisoryLocks all() {
    return locks;
  }

  int owner() {
    return owner;
  }

  /** A lock has been acquired. */
  synchronized void acquired(Key key, Mode mode, boolean forTransaction) {
    (forTransaction ? ofTransaction : ofSession).add(new Held(key, mode));
  }

  /**
   * Gives a session's lock back.
   *
   * @return false when the session has none
   */
  synchronized boolean release(Key key, Mode mode) {
    int last = ofSession.lastIndexOf(new Held(key, mode));
    if (last < 0) {
      return false;
    }
    ofSession.remove(last);
    return locks.release(key, owner, mode);
  }

  /** Gives all of the session's locks back, but not the transaction's. */
  synchronized void releaseAll() {
    releaseFrom(ofSession, 0);
  }

  /** How many locks the transaction holds so far. */
  synchronized int mark() {
    return ofTransaction.size();
  }

  /** Gives back what the transaction has acquired since. */
  synchronized void rollbackTo(int mark) {
    releaseFrom(ofTransaction, mark);
  }

  @Override
  public void committed() {
    rollbackTo(0);
  }

  @Override
  public void rollingBack() {
    rollbackTo(0);
  }

  /** The session has ended. */
  synchronized void close() {
    releaseFrom(ofTransaction, 0);
    releaseFrom(ofSession, 0);
  }

  private void releaseFrom(List<Held> held, int first) {
    List<Held> released = held.subList(Math.min(first, held.size()), held.size());
    released.forEach(each -> locks.release(each.key(), owner, each.mode()));
    released.clear();
  }
}
