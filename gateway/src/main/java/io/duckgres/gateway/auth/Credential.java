package io.duckgres.gateway.auth;

import java.util.Optional;

/** What the server knows of a user's password. */
sealed interface Credential {
  /** For SCRAM and cleartext; empty when there is only an MD5 digest or no such user. */
  Optional<ScramVerifier> scramVerifier();

  /** {@code md5} and the hexadecimal MD5 of password and user name; empty when not known. */
  Optional<String> md5Digest();

  /** A password in plain text: every method works. The verifier is computed once. */
  final class Plaintext implements Credential {
    private final String user;
    private final String password;
    private final byte[] salt;
    private ScramVerifier verifier;

    Plaintext(String user, String password, byte[] salt) {
      this.user = user;
      this.password = password;
      this.salt = salt;
    }

    @Override
    public synchronized Optional<ScramVerifier> scramVerifier() {
      if (verifier == null) {
        verifier = ScramVerifier.of(password, salt, Scram.DEFAULT_ITERATIONS);
      }
      return Optional.of(verifier);
    }

    @Override
    public Optional<String> md5Digest() {
      return Optional.of(Md5.digest(password, user));
    }
  }

  /** A SCRAM verifier. */
  record Scrambled(ScramVerifier verifier) implements Credential {
    @Override
    public Optional<ScramVerifier> scramVerifier() {
      return Optional.of(verifier);
    }

    @Override
    public Optional<String> md5Digest() {
      return Optional.empty();
    }
  }

  /** An MD5 digest. */
  record Digested(String digest) implements Credential {
    @Override
    public Optional<ScramVerifier> scramVerifier() {
      return Optional.empty();
    }

    @Override
    public Optional<String> md5Digest() {
      return Optional.of(digest);
    }
  }

  /** Nothing: there is no such user. */
  record Unknown() implements Credential {
    @Override
    public Optional<ScramVerifier> scramVerifier() {
      return Optional.empty();
    }

    @Override
    public Optional<String> md5Digest() {
      return Optional.empty();
    }
  }
}
