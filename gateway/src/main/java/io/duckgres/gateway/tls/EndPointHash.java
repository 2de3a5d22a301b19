package io.duckgres.gateway.tls;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * The channel binding tls-server-end-point: the certificate's hash by its signature's hash
 * function, SHA-256 instead of MD5 and SHA-1.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5929#section-4">RFC 5929, section 4</a>
 */
final class EndPointHash {
  private EndPointHash() {}

  /** The hash; empty when the signature has no hash function of its own, as with Ed25519. */
  static Optional<byte[]> of(X509Certificate certificate) throws IOException {
    try {
      String function = hashFunction(certificate);
      return function == null
          ? Optional.empty()
          : Optional.of(MessageDigest.getInstance(function).digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "can't hash a certificate that is signed by " + certificate.getSigAlgName(), e);
    }
  }

  private static String hashFunction(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    String function = null;
    if (signature.equals("RSASSA-PSS")) {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(certificate.getSigAlgParams());
      function = parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
    } else if (signature.contains("WITH")) {
      function = signature.substring(0, signature.indexOf("WITH"));
    }
    if (function == null) {
      return null;
    }
    return switch (function) {
      case "MD5", "SHA1", "SHA-1" -> "SHA-256";
      case "SHA224", "SHA256", "SHA384", "SHA512" -> "SHA-" + function.substring(3);
      default -> function;
    };
  }
}
