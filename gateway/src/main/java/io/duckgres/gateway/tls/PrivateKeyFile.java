package io.duckgres.gateway.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/**
 * Reads a private key. PKCS #8, the form that we write ourselves, needs nothing but the JDK: Bouncy
 * Castle takes longer to load than all the rest of a start.
 */
final class PrivateKeyFile {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private PrivateKeyFile() {}

  static PrivateKey read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    byte[] encoded =
        begin >= 0 && end > begin
            ? Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end))
            : convert(file, text);
    try {
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException other) {
          // A key of another algorithm.
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    throw new IOException(file + " holds no private key of a known algorithm");
  }

  /** The older forms of OpenSSL, in PKCS #8. */
  private static byte[] convert(Path file, String text) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
        if (object instanceof PEMKeyPair pair) {
          return pair.getPrivateKeyInfo().getEncoded();
        }
        if (object instanceof PrivateKeyInfo key) {
          return key.getEncoded();
        }
      }
    }
    throw new IOException(file + " holds no private key, or an encrypted one");
  }
}
