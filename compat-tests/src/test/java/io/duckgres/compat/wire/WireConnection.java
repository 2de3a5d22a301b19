package io.duckgres.compat.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** One connection: bytes out, messages in. I/O errors are {@link UncheckedIOException}s. */
public final class WireConnection implements AutoCloseable {

  private static final Duration READ_LIMIT = Duration.ofSeconds(30);
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int LONGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
  private static final String ALPN = "postgresql";
  private static final SSLContext TRUST_ALL = trustAll();

  private Socket socket;
  private DataInputStream in;
  private OutputStream out;
  private BackendMessage.BackendKeyData key;
  private BackendMessage pushedBack;
  private int fragmentBytes = BUFFER_BYTES;

  private WireConnection(Socket socket) throws IOException {
    use(socket);
  }

  /** A TCP connection; nothing is sent yet. */
  public static WireConnection connect(Endpoint endpoint) {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) READ_LIMIT.toMillis());
      return new WireConnection(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an SSLRequest and, after the server's S, does the TLS handshake. */
  public WireConnection requestTls() {
    send(Frontend.sslRequest());
    char answer = receiveByte();
    if (answer != 'S') {
      throw new IllegalStateException("the server answered SSLRequest with '" + answer + "'");
    }
    return handshake(false);
  }

  /** Does the TLS handshake after an SSLRequest that somebody else sent and had answered. */
  public WireConnection startTls() {
    return handshake(false);
  }

  /** Does the TLS handshake at once, as PostgreSQL 17 offers it ({@code sslnegotiation=direct}). */
  public WireConnection directTls() {
    return handshake(true);
  }

  private WireConnection handshake(boolean direct) {
    try {
      SSLSocket secure =
          (SSLSocket)
              TRUST_ALL
                  .getSocketFactory()
                  .createSocket(
                      socket, socket.getInetAddress().getHostName(), socket.getPort(), true);
      if (direct) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {ALPN});
        secure.setSSLParameters(parameters);
      }
      secure.startHandshake();
      use(secure);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The protocol that the server chose by ALPN; empty when none was negotiated. */
  public Optional<String> applicationProtocol() {
    return socket instanceof SSLSocket secure
        ? Optional.of(secure.getApplicationProtocol()).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** The TLS session, for channel binding; empty on plain TCP. */
  Optional<SSLSession> tlsSession() {
    return socket instanceof SSLSocket secure ? Optional.of(secure.getSession()) : Optional.empty();
  }

  /** Lets everything be sent in portions of at most that size from now on. */
  public void fragment(int bytes) {
    fragmentBytes = bytes;
  }

  /** Sends bytes at once. */
  public void send(byte[]... messages) {
    try {
      for (byte[] message : messages) {
        for (int begin = 0; begin < message.length; begin += fragmentBytes) {
          out.write(message, begin, Math.min(fragmentBytes, message.length - begin));
          if (fragmentBytes < message.length) {
            out.flush();
          }
        }
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the next {@link #receive} give this message again. */
  void pushBack(BackendMessage message) {
    pushedBack = message;
  }

  /** The next message; an {@link EOFException} inside when the server closed the connection. */
  public BackendMessage receive() {
    if (pushedBack != null) {
      BackendMessage message = pushedBack;
      pushedBack = null;
      return message;
    }
    try {
      char type = (char) in.readUnsignedByte();
      int length = in.readInt();
      if (length < Integer.BYTES || length > LONGEST_MESSAGE_BYTES) {
        throw new IllegalStateException(
            "the server sent no message: type '" + type + "', length " + length);
      }
      byte[] body = new byte[length - Integer.BYTES];
      in.readFully(body);
      BackendMessage message = BackendDecoder.decode(type, body);
      if (message instanceof BackendMessage.BackendKeyData data) {
        key = data;
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One byte outside of any message: the answer to SSLRequest. */
  public char receiveByte() {
    try {
      return (char) in.readUnsignedByte();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server closes the connection without another byte. */
  public boolean endsNow() {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether an answer arrives within that time; consumes nothing. */
  public boolean answersWithin(Duration time) {
    try {
      socket.setSoTimeout((int) time.toMillis());
      in.mark(1);
      int first = in.read();
      in.reset();
      return first >= 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      restoreReadLimit();
    }
  }

  private void restoreReadLimit() {
    try {
      socket.setSoTimeout((int) READ_LIMIT.toMillis());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key that the server gave for cancelling this session's work. */
  public BackendMessage.BackendKeyData key() {
    if (key == null) {
      throw new IllegalStateException("the server gave no BackendKeyData");
    }
    return key;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void use(Socket newSocket) throws IOException {
    socket = newSocket;
    in = new DataInputStream(new BufferedInputStream(newSocket.getInputStream(), BUFFER_BYTES));
    out = new BufferedOutputStream(newSocket.getOutputStream(), BUFFER_BYTES);
  }

  private static SSLContext trustAll() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAll()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Servers under test sign their own certificates, as with {@code sslmode=require}. */
  private static final class TrustAll extends javax.net.ssl.X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
