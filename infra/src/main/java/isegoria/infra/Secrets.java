package isegoria.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets of one system, made at random when they are absent and readable by their owner only:
 * the key that signs tokens between gateway and services, the pepper of names and addresses, the
 * word between services, and everybody's password for Kafka and Cassandra.
 */
public final class Secrets {
  /** Who may do everything, to create topics, keyspaces and roles. */
  static final String OPERATOR = "operator";

  /** Who may read open topics, and nothing else. */
  static final String ANALYST = "analyst";

  private static final int SECRET_BYTES = 32;
  private static final int COORDINATE_BYTES = 32;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path directory) {
    this.directory = directory;
  }

  /** Opens the directory and makes what is absent in it. */
  public static Secrets in(Path directory) {
    var secrets = new Secrets(directory);
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      secrets.makeAbsent();
    } catch (IOException | GeneralSecurityException e) {
      throw new DevException(directory + ": secrets cannot be made: " + e.getMessage(), e);
    }
    return secrets;
  }

  /** The password of a Kafka principal and Cassandra role. */
  public String password(String principal) {
    String password = passwords().get(principal);
    if (password == null) {
      throw new IllegalArgumentException(
          "principal: %s (expected: one of %s)".formatted(principal, passwords().keySet()));
    }
    return password;
  }

  /** Every principal with its password. */
  Map<String, String> passwords() {
    Path file = directory.resolve("passwords.json");
    var read = new LinkedHashMap<String, String>();
    JSON.readTree(file.toFile())
        .properties()
        .forEach(entry -> read.put(entry.getKey(), entry.getValue().stringValue()));
    return read;
  }

  /** What services say to each other on internal routes. */
  public String internalSecret() {
    try {
      return Files.readString(directory.resolve("internal-secret")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeAbsent() throws IOException, GeneralSecurityException {
    if (absent("pepper")) {
      write("pepper", Base64.getEncoder().encodeToString(bytes()));
    }
    if (absent("internal-secret")) {
      write("internal-secret", base64Url(bytes()));
    }
    if (absent("jwks.json") || absent("signing-key.json")) {
      makeSigningKey();
    }
    if (absent("passwords.json")) {
      var passwords = new LinkedHashMap<String, String>();
      Stream.concat(
              Stream.of(OPERATOR, ANALYST),
              Arrays.stream(ServiceKind.values()).map(ServiceKind::label))
          .forEach(principal -> passwords.put(principal, base64Url(bytes())));
      write("passwords.json", JSON.writeValueAsString(passwords));
    }
  }

  private void makeSigningKey() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    var pair = generator.generateKeyPair();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var key = new LinkedHashMap<String, Object>();
    key.put("kty", "EC");
    key.put("crv", "P-256");
    key.put("use", "sig");
    key.put("alg", "ES256");
    key.put("kid", base64Url(Arrays.copyOf(bytes(), 9)));
    key.put("x", coordinate(point.getAffineX()));
    key.put("y", coordinate(point.getAffineY()));
    write("jwks.json", JSON.writeValueAsString(Map.of("keys", List.of(key))));
    key.put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
    write("signing-key.json", JSON.writeValueAsString(key));
  }

  private boolean absent(String name) {
    return !Files.exists(directory.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Path unfinished = directory.resolve(name + ".tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, text, StandardOpenOption.WRITE);
    Files.move(
        unfinished,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] bytes() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A coordinate is written in full length, with leading zeros. */
  private static String coordinate(BigInteger value) {
    byte[] signed = value.toByteArray();
    byte[] full = new byte[COORDINATE_BYTES];
    int length = Math.min(signed.length, COORDINATE_BYTES);
    System.arraycopy(signed, signed.length - length, full, COORDINATE_BYTES - length, length);
    return base64Url(full);
  }
}
