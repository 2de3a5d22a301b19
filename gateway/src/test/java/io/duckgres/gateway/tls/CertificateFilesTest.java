package io.duckgres.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFilesTest {
  @TempDir Path directory;

  @Test
  void makesFilesOnceAndReadsThem() throws Exception {
    CertificateFiles files = files();

    assertThat(files.createIfMissing()).isTrue();
    assertThat(files.createIfMissing()).isFalse();
    ServerTls tls = ServerTls.load(files);
    assertThat(tls.endPointHash()).hasValueSatisfying(hash -> assertThat(hash).hasSize(32));
    assertThat(ServerTls.load(files).secret()).isEqualTo(tls.secret());
  }

  @Test
  void refusesHalfAPair() throws Exception {
    CertificateFiles files = files();
    files.createIfMissing();
    Files.delete(files.key());

    assertThatThrownBy(files::createIfMissing).hasMessageContaining("server.key is missing");
  }

  @ParameterizedTest
  @CsvSource({"RSA, false", "RSA, true", "EC, true", "Ed25519, true"})
  void readsKeysInOldAndNewForms(String algorithm, boolean pkcs8) throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(pkcs8 ? new JcaPKCS8Generator(key, null) : key);
    }
    Path file = Files.writeString(directory.resolve("key"), text.toString());

    assertThat(PrivateKeyFile.read(file)).isEqualTo(key);
  }

  @Test
  void readsKeysBehindTheirParametersAsOpensslWritesThem() throws Exception {
    Path file = Path.of(getClass().getResource("ec-parameters-and-key.pem").toURI());

    assertThat(PrivateKeyFile.read(file).getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void namesAFileWithoutAKey() throws Exception {
    Path file = Files.writeString(directory.resolve("key"), "nothing");

    assertThatThrownBy(() -> PrivateKeyFile.read(file))
        .hasMessage(file + " holds no private key, or an encrypted one");
  }

  private CertificateFiles files() {
    return new CertificateFiles(directory.resolve("server.crt"), directory.resolve("server.key"));
  }
}
