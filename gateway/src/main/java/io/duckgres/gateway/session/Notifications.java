package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.BackendMessage.NotificationResponse;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * LISTEN, UNLISTEN and NOTIFY of one session: they take effect when the transaction commits.
 *
 * <p>Source: {@code src/backend/commands/async.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-notify.html">NOTIFY</a>
 */
final class Notifications implements TransactionObserver {
  private static final int NAME_LENGTH = 64;
  private static final int PAYLOAD_LENGTH = 8000;

  /** A notification that came from a session. */
  private record Received(int processId, Notification notification) {}

  /** LISTEN, or UNLISTEN whose channel is null for all. */
  private record Action(boolean listen, String channel) {}

  /** How much a transaction has to do so far. */
  record Mark(int actions, int notifications) {}

  private final SessionContext context;
  private final Set<String> channels = new LinkedHashSet<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Notification> sent = new ArrayList<>();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();

  Notifications(SessionContext context) {
    this.context = context;
  }

  void listen(String channel) {
    actions.add(new Action(true, channel));
  }

  /**
   * UNLISTEN.
   *
   * @param channel null for all
   */
  void unlisten(String channel) {
    actions.add(new Action(false, channel));
  }

  /**
   * NOTIFY.
   *
   * @throws PgException 22023 for a channel or payload that is too long
   */
  void send(String channel, String payload) {
    if (channel.isEmpty()) {
      throw invalid("channel name cannot be empty");
    }
    if (channel.getBytes(StandardCharsets.UTF_8).length >= NAME_LENGTH) {
      throw invalid("channel name too long");
    }
    if (payload.getBytes(StandardCharsets.UTF_8).length >= PAYLOAD_LENGTH) {
      throw invalid("payload string too long");
    }
    sent.add(new Notification(channel, payload));
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  /** The channels listened to, in the order of LISTEN. */
  synchronized List<String> channels() {
    return List.copyOf(channels);
  }

  private synchronized boolean listensTo(String channel) {
    return channels.contains(channel);
  }

  Mark mark() {
    return new Mark(actions.size(), sent.size());
  }

  /** Forgets what was asked for since. */
  void rollbackTo(Mark mark) {
    actions.subList(mark.actions(), actions.size()).clear();
    sent.subList(mark.notifications(), sent.size()).clear();
  }

  @Override
  public void committed() {
    synchronized (this) {
      for (Action action : actions) {
        if (action.listen()) {
          channels.add(action.channel());
        } else if (action.channel() == null) {
          channels.clear();
        } else {
          channels.remove(action.channel());
        }
      }
    }
    actions.clear();
    // The same twice in a transaction is told once.
    Set<Notification> distinct = new LinkedHashSet<>(sent);
    sent.clear();
    if (!distinct.isEmpty()) {
      List<SqlSession> sessions = context.sessions.of(context.user());
      for (SqlSession session : sessions) {
        session.notified(context.client.key().processId(), List.copyOf(distinct));
      }
    }
  }

  @Override
  public void rollingBack() {
    actions.clear();
    sent.clear();
  }

  /**
   * Notifications came; callable from any thread.
   *
   * @param processId the sender's
   * @return whether any is listened to
   */
  boolean receive(int processId, List<Notification> notifications) {
    boolean any = false;
    for (Notification notification : notifications) {
      if (listensTo(notification.channel())) {
        received.add(new Received(processId, notification));
        any = true;
      }
    }
    return any;
  }

  /** Tells the client what has come. */
  void deliver() {
    for (Received next = received.poll(); next != null; next = received.poll()) {
      context.out.write(
          new NotificationResponse(
              next.processId(), next.notification().channel(), next.notification().payload()));
    }
  }
}
