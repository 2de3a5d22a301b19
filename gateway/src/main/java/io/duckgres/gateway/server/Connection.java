package io.duckgres.gateway.server;

import io.duckgres.gateway.auth.AuthenticationExchange;
import io.duckgres.gateway.auth.AuthenticationExchange.Authenticated;
import io.duckgres.gateway.auth.AuthenticationExchange.Continue;
import io.duckgres.gateway.session.ClientInfo;
import io.duckgres.gateway.session.ClientStream;
import io.duckgres.gateway.session.Session;
import io.duckgres.gateway.wire.BackendMessage;
import io.duckgres.gateway.wire.BackendMessage.AuthenticationOk;
import io.duckgres.gateway.wire.BackendMessage.BackendKeyData;
import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.BackendMessage.NegotiateProtocolVersion;
import io.duckgres.gateway.wire.ClientGoneException;
import io.duckgres.gateway.wire.FrontendDecoder;
import io.duckgres.gateway.wire.FrontendDecoder.Phase;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import io.duckgres.gateway.wire.FrontendMessage.CancelRequest;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.FrontendMessage.Terminate;
import io.duckgres.gateway.wire.FrontendMessage.UnexpectedInAuthentication;
import io.duckgres.gateway.wire.FrontendMessage.Unreadable;
import io.duckgres.gateway.wire.ProtocolVersion;
import io.duckgres.gateway.wire.Severity;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection behind TLS: start-up, authentication, then its session. Its messages are
 * handled one after the other on a thread of the pool.
 *
 * <pre>
 * client                 event loop (FrontendDecoder)       pool thread (this class)
 *   | --- bytes ------------> | --- StartupMessage ------------> |
 *   |                         |                    (reads no further)
 *   | <------------------------------ AuthenticationSASL ------- |
 *   |                         | <-- proceed(AUTHENTICATION) ---- |
 *   | --- SASL messages ----> | --- AuthenticationResponse ----> |   until the client is known
 *   | <------------------------------ AuthenticationOk,
 *   |                                 ParameterStatus …, BackendKeyData, ReadyForQuery
 *   |                         | <-- proceed(SESSION) ----------- |
 *   | --- Query, Parse … ---> | --- any number ahead ----------> |   Session.handle
 * </pre>
 */
final class Connection implements ClientStream {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private final ConnectionServices services;
  private final Channel channel;
  private final FrontendDecoder decoder;
  private final Executor tasks;
  private final Inbox inbox;
  private final Outbox outbox;
  private StartupMessage startup;
  private AuthenticationExchange exchange;
  private BackendKeyData key;
  private volatile Session session;
  private boolean ended;

  Connection(ConnectionServices services, Channel channel, FrontendDecoder decoder) {
    this.services = services;
    this.channel = channel;
    this.decoder = decoder;
    tasks = new SerialExecutor(services.sessionThreads());
    inbox = new Inbox(reading -> channel.config().setAutoRead(reading));
    outbox = new Outbox(channel);
  }

  /** A message came; called on the event loop. */
  void received(FrontendMessage message) {
    inbox.add(message);
    tasks.execute(this::handleNext);
  }

  /** The client keeps up again; called on the event loop. */
  void writabilityChanged() {
    outbox.wake();
  }

  /** The connection is closed; called on the event loop. */
  void disconnected() {
    inbox.close();
    outbox.wake();
    if (!inbox.isTerminated()) {
      // Nobody waits for the answers. A client that has said goodbye still wants its work done.
      inbox.clear();
      services.sessionThreads().execute(this::cancel);
    }
    tasks.execute(this::end);
  }

  /** Ends the connection as soon as what it runs now is done. */
  void shutDown() {
    tasks.execute(
        () ->
            fail(
                new PgException(
                    SqlState.ADMIN_SHUTDOWN,
                    "terminating connection due to administrator command")));
  }

  /** Cancels what the session runs now. */
  private void cancel() {
    Session current = session;
    if (current != null) {
      current.cancel();
    }
  }

  private void handleNext() {
    FrontendMessage message = inbox.poll();
    // The session has taken the message itself, or it came behind the end.
    if (message == null || ended) {
      return;
    }
    try {
      if (!outbox.isWritable()) {
        // A client that sends and never reads would let its answers pile up.
        outbox.awaitWritable();
      }
      handle(message);
    } catch (PgException error) {
      fail(error);
    } catch (ClientGoneException gone) {
      channel.close();
    } catch (RuntimeException | Error e) {
      log.error("{}: the session failed", channel.remoteAddress(), e);
      fail(
          new PgException(SqlState.INTERNAL_ERROR_, "internal error; the server's log tells more"));
    }
  }

  private void handle(FrontendMessage message) {
    if (message instanceof Unreadable unreadable) {
      log.debug("{}: {}", channel.remoteAddress(), unreadable.reason());
      if (unreadable.error() != null) {
        throw unreadable.error();
      }
      channel.close();
    } else if (message instanceof Terminate) {
      end();
      channel.close();
    } else if (session != null) {
      session.handle(message);
    } else if (exchange != null) {
      authenticate(message);
    } else {
      start(message);
    }
  }

  private void start(FrontendMessage message) {
    if (message instanceof CancelRequest request) {
      // A client that sees the end of this connection knows that the request has arrived.
      services.cancels().cancel(request);
      channel.close();
      return;
    }
    startup = (StartupMessage) message;
    ProtocolVersion version = startup.version();
    if (!version.equals(version.negotiated()) || !startup.protocolExtensions().isEmpty()) {
      write(new NegotiateProtocolVersion(version.negotiated(), startup.protocolExtensions()));
    }
    exchange = services.authenticator().begin(startup.user());
    write(exchange.firstRequest());
    flush();
    proceed(Phase.AUTHENTICATION);
  }

  private void authenticate(FrontendMessage message) {
    if (message instanceof UnexpectedInAuthentication unexpected) {
      throw new PgException(
          SqlState.PROTOCOL_VIOLATION,
          "expected "
              + exchange.expectedResponse()
              + ", got message type "
              + (int) unexpected.type());
    }
    AuthenticationExchange.Step step = exchange.respond((AuthenticationResponse) message);
    if (step instanceof Continue next) {
      write(next.request());
      flush();
      proceed(Phase.AUTHENTICATION);
    } else if (step instanceof Authenticated authenticated) {
      if (authenticated.last() != null) {
        write(authenticated.last());
      }
      write(new AuthenticationOk());
      // What opening a database takes is not the client's time.
      channel.pipeline().fireUserEventTriggered(ConnectionEvent.AUTHENTICATED);
      openSession();
      flush();
      proceed(Phase.SESSION);
    }
  }

  private void openSession() {
    key = services.cancels().register(startup.version().negotiated(), this::cancel);
    ClientInfo client =
        new ClientInfo(
            startup,
            key,
            (InetSocketAddress) channel.remoteAddress(),
            (InetSocketAddress) channel.localAddress());
    session = services.sessions().open(client, this);
    log.debug("{}: user {} has logged in", channel.remoteAddress(), startup.user());
  }

  private void proceed(Phase phase) {
    channel
        .eventLoop()
        .execute(
            () -> {
              ChannelHandlerContext context = channel.pipeline().context(decoder);
              if (context == null) {
                return;
              }
              try {
                decoder.proceed(context, phase);
              } catch (Exception e) {
                context.fireExceptionCaught(e);
              }
            });
  }

  /** Answers a FATAL error and closes. */
  private void fail(PgException error) {
    if (ended) {
      return;
    }
    if (session == null) {
      // Who fails to log in is told to the administrator, too.
      log.info("{}: {}", channel.remoteAddress(), error.getMessage());
    }
    write(new ErrorResponse(Severity.FATAL, error));
    end();
    channel
        .writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER)
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** Frees everything. */
  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (channel.isActive()) {
      outbox.flush();
    } else {
      outbox.release();
    }
    if (key != null) {
      services.cancels().unregister(key);
    }
    if (session != null) {
      session.close();
    }
  }

  @Override
  public void write(BackendMessage message) {
    outbox.write(message);
  }

  @Override
  public void writeEncoded(ByteBuf messages) {
    outbox.writeEncoded(messages);
  }

  @Override
  public void flush() {
    outbox.flush();
  }

  @Override
  public boolean isWritable() {
    return outbox.isWritable();
  }

  @Override
  public void awaitWritable() {
    outbox.awaitWritable();
  }

  @Override
  public ByteBufAllocator allocator() {
    return outbox.allocator();
  }

  @Override
  public void execute(Runnable task) {
    tasks.execute(
        () -> {
          if (!ended) {
            task.run();
          }
        });
  }

  @Override
  public void abandon() {
    outbox.abandon();
  }

  @Override
  public void terminate(PgException error) {
    fail(error);
  }

  @Override
  public FrontendMessage nextMessage(Runnable whileWaiting) {
    outbox.flush();
    return inbox.take(whileWaiting);
  }

  @Override
  public boolean isSyncNext() {
    return inbox.peek() instanceof Sync;
  }
}
