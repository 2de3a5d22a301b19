package io.duckgres.gateway.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Sends and receives bytes, in plaintext and in TLS. */
public final class RawClient implements AutoCloseable {
  public static final int SSL_REQUEST = 80877103;
  public static final int GSSENC_REQUEST = 80877104;
  public static final int CANCEL_REQUEST = 80877102;
  public static final int PROTOCOL_3_0 = 196608;
  public static final int PROTOCOL_3_2 = 196610;

  private final int port;
  private final Socket plain;
  private Socket socket;
  private DataInputStream in;

  public RawClient(int port) throws IOException {
    this.port = port;
    plain = new Socket("127.0.0.1", port);
    use(plain);
  }

  /** A client that has asked for TLS and has got it. */
  public static RawClient overTls(int port) throws IOException {
    RawClient client = new RawClient(port);
    client.send(packet(SSL_REQUEST, new byte[0]));
    if (client.readByte() != 'S') {
      throw new IOException("TLS was refused");
    }
    client.startTls();
    return client;
  }

  public void startTls(String... applicationProtocols) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            trustingContext().getSocketFactory().createSocket(socket, "127.0.0.1", port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setApplicationProtocols(applicationProtocols);
    secured.setSSLParameters(parameters);
    use(secured);
    secured.startHandshake();
  }

  public String applicationProtocol() {
    return ((SSLSocket) socket).getApplicationProtocol();
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  public char readByte() throws IOException {
    return (char) in.readUnsignedByte();
  }

  /** The next byte, -1 at the end. */
  public int readByteOrEnd() throws IOException {
    try {
      return in.read();
    } catch (SocketException reset) {
      return -1;
    }
  }

  /** The next message as its type and its body with points for zero bytes. */
  public String read() throws IOException {
    char type = readByte();
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    return type + ":" + new String(body, StandardCharsets.UTF_8).replace('\0', '.');
  }

  /** How long to wait for bytes from now on, instead of ten seconds. */
  public void timeout(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
  }

  /** Says that nothing follows, and goes on reading. */
  public void shutDownOutput() throws IOException {
    plain.shutdownOutput();
  }

  /** Hangs up with a reset instead of an orderly end. */
  public void reset() throws IOException {
    plain.setSoLinger(true, 0);
    plain.close();
  }

  /** All messages until one of this type, which is the last of them. */
  public List<String> readUntil(char type) throws IOException {
    List<String> messages = new ArrayList<>();
    do {
      messages.add(read());
    } while (messages.get(messages.size() - 1).charAt(0) != type);
    return messages;
  }

  /** All messages until the server closes the connection. */
  public List<String> readToEnd() throws IOException {
    List<String> messages = new ArrayList<>();
    try {
      while (true) {
        messages.add(read());
      }
    } catch (EOFException | SocketException end) {
      return messages;
    }
  }

  /** The raw body of the next message, which must have this type. */
  public ByteBuffer readBody(char type) throws IOException {
    char actual = readByte();
    ByteBuffer body = readRest();
    if (actual != type) {
      throw new IOException(
          "expected "
              + type
              + " but got "
              + actual
              + new String(body.array(), StandardCharsets.UTF_8));
    }
    return body;
  }

  /** The raw body of a message whose type was read. */
  public ByteBuffer readRest() throws IOException {
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    return ByteBuffer.wrap(body);
  }

  public static byte[] packet(int code, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .putInt(code)
        .put(body)
        .array();
  }

  public static byte[] startup(int code, String... parameters) {
    return packet(code, (String.join("\0", parameters) + "\0\0").getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] message(char type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) type)
        .putInt(4 + bytes.length)
        .put(bytes)
        .array();
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void use(Socket newSocket) throws IOException {
    socket = newSocket;
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
  }

  private static SSLContext trustingContext() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustEverybody()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static final class TrustEverybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authenticationType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authenticationType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
