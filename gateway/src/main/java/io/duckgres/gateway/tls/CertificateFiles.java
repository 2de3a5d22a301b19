package io.duckgres.gateway.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

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

  /** Reads the server's own certificate, the first of the file. */
  X509Certificate read() throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " holds no certificate: " + e.getMessage(), e);
    }
  }
}
