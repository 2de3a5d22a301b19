package io.duckgres.gateway.tls;

import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * The server's side of TLS: versions 1.2 and 1.3, one certificate. The context is the JDK's own:
 * Netty's tries out key stores and providers when its class is loaded, which takes as long as the
 * rest of a start.
 */
public final class ServerTls {
  /** PostgreSQL's registered ALPN name. */
  static final String ALPN_PROTOCOL = "postgresql";

  private final SSLContext context;
  private final Optional<byte[]> endPoint;
  private final byte[] secret;

  private ServerTls(SSLContext context, Optional<byte[]> endPoint, byte[] secret) {
    this.context = context;
    this.endPoint = endPoint;
    this.secret = secret;
  }

  /**
   * Loads the certificate.
   *
   * @throws IOException when a file can't be read or does not hold what it should
   */
  public static ServerTls load(CertificateFiles files) throws IOException {
    List<X509Certificate> chain = files.read();
    PrivateKey key = PrivateKeyFile.read(files.key());
    Optional<byte[]> endPoint = EndPointHash.of(chain.get(0));
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new OneKeyManager(key, chain)},
          new TrustManager[] {new NoClientCertificates()},
          null);
      return new ServerTls(context, endPoint, deriveSecret(Files.readAllBytes(files.key())));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "can't use certificate "
              + files.certificate()
              + " with key "
              + files.key()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** The certificate's hash for the channel binding tls-server-end-point, where it has one. */
  public Optional<byte[]> endPointHash() {
    return endPoint;
  }

  /** Bytes that only this server knows and that stay as long as its private key does. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The handler of one connection. A client's ALPN must name PostgreSQL, if it sends any. */
  SslHandler newHandler() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setApplicationProtocols(new String[] {ALPN_PROTOCOL});
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }

  private static byte[] deriveSecret(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("duckgres authentication".getBytes(StandardCharsets.US_ASCII));
      return digest.digest(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
