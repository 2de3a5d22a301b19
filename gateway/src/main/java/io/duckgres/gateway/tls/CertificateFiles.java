package io.duckgres.gateway.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's certificate and private key as PEM files.
 *
 * @param certificate the certificate, or a chain that begins with it
 * @param key the private key, not encrypted
 */
public record CertificateFiles(Path certificate, Path key) {

  /**
   * Makes a certificate when neither file is there.
   *
   * @return whether it made one
   * @throws IOException when only one of the files is there, or they can't be written
   */
  public boolean createIfMissing() throws IOException {
    boolean hasCertificate = Files.exists(certificate);
    boolean hasKey = Files.exists(key);
    if (hasCertificate && hasKey) {
      return false;
    }
    if (hasCertificate != hasKey) {
      throw new IOException(
          (hasCertificate ? key : certificate)
              + " is missing, but "
              + (hasCertificate ? certificate : key)
              + " is there: give both, or neither to have them made");
    }
    SelfSignedCertificate.write(this);
    return true;
  }

  /** Reads the certificate and, behind it, what the file holds of its chain. */
  List<X509Certificate> read() throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    try (InputStream in = Files.newInputStream(certificate)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        chain.add((X509Certificate) each);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " holds no certificate: " + e.getMessage(), e);
    }
    if (chain.isEmpty()) {
      throw new IOException(certificate + " holds no certificate");
    }
    return chain;
  }
}
