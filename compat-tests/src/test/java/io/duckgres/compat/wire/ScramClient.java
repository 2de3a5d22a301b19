package io.duckgres.compat.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding. */
final class ScramClient {

  private static final String MECHANISM = "SCRAM-SHA-256";
  private static final String NO_CHANNEL_BINDING = "n,,";
  private static final String MAC = "HmacSHA256";
  private static final int NONCE_BYTES = 18;

  private final String password;

  ScramClient(String password, List<String> mechanisms) {
    if (!mechanisms.contains(MECHANISM)) {
      throw new IllegalStateException("the server offers only " + mechanisms);
    }
    this.password = password;
  }

  /** Runs the exchange and checks that the server knows the password, too. */
  void run(WireConnection connection) {
    byte[] random = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(random);
    String clientFirst = "n=,r=" + base64(random);
    connection.send(
        Frontend.saslInitialResponse(MECHANISM, ascii(NO_CHANNEL_BINDING + clientFirst)));
    String serverFirst = challenge(connection);
    Map<String, String> attributes = attributes(serverFirst);
    byte[] salted =
        salt(
            Base64.getDecoder().decode(attributes.get("s")), Integer.parseInt(attributes.get("i")));
    String clientFinal = "c=" + base64(ascii(NO_CHANNEL_BINDING)) + ",r=" + attributes.get("r");
    byte[] authenticated = ascii(clientFirst + "," + serverFirst + "," + clientFinal);
    byte[] clientKey = mac(salted, ascii("Client Key"));
    byte[] proof = xor(clientKey, mac(sha256(clientKey), authenticated));
    connection.send(Frontend.saslResponse(ascii(clientFinal + ",p=" + base64(proof))));
    byte[] expected = mac(mac(salted, ascii("Server Key")), authenticated);
    byte[] given = Base64.getDecoder().decode(attributes(challenge(connection)).get("v"));
    if (!MessageDigest.isEqual(expected, given)) {
      throw new IllegalStateException("the server's SCRAM signature is wrong");
    }
  }

  private static String challenge(WireConnection connection) {
    BackendMessage message = connection.receive();
    if (message instanceof BackendMessage.Authentication request) {
      return new String(request.data(), StandardCharsets.US_ASCII);
    }
    throw Login.refused(connection, message);
  }

  private static Map<String, String> attributes(String message) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String attribute : message.split(",")) {
      attributes.put(attribute.substring(0, 1), attribute.substring(2));
    }
    return attributes;
  }

  private byte[] salt(byte[] salt, int iterations) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] block = Arrays.copyOf(salt, salt.length + Integer.BYTES);
    block[block.length - 1] = 1;
    byte[] round = mac(key, block);
    byte[] result = round.clone();
    for (int i = 1; i < iterations; i++) {
      round = mac(key, round);
      result = xor(result, round);
    }
    return result;
  }

  private static byte[] mac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] xor(byte[] left, byte[] right) {
    byte[] result = new byte[left.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (left[i] ^ right[i]);
    }
    return result;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
