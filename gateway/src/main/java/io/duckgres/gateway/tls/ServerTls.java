package io.duckgres.gateway.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The server's side of TLS: versions 1.2 and 1.3, one certificate. */
public final class ServerTls {
  /** PostgreSQL's registered ALPN name. */
  static final String ALPN_PROTOCOL = "postgresql";

  private final SslContext context;
  private final Optional<byte[]> endPoint;
  private final byte[] secret;

  private ServerTls(SslContext context, Optional<byte[]> endPoint, byte[] secret) {
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
      SslContext context =
          SslContextBuilder.forServer(new OneKeyManager(key, chain))
              .trustManager(new NoClientCertificates())
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.3", "TLSv1.2")
              .applicationProtocolConfig(
                  new ApplicationProtocolConfig(
                      Protocol.ALPN,
                      SelectorFailureBehavior.FATAL_ALERT,
                      SelectedListenerFailureBehavior.FATAL_ALERT,
                      ALPN_PROTOCOL))
              .build();
      return new ServerTls(context, endPoint, deriveSecret(Files.readAllBytes(files.key())));
    } catch (IllegalArgumentException e) {
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

  SslHandler newHandler(ByteBufAllocator allocator) {
    return context.newHandler(allocator);
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
