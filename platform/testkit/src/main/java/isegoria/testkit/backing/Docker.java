package isegoria.testkit.backing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a Docker engine answers on this machine and already has the images. Asked over its socket
 * before Testcontainers is touched, which would wait and try to download.
 */
record Docker(boolean usable, String finding) {
  static final Path SOCKET = Path.of("/var/run/docker.sock");
  static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
  static final String CASSANDRA_IMAGE = "cassandra:5.0.9";

  /** Testcontainers starts one of these beside every container; which version is its choice. */
  private static final String RYUK_IMAGE = "testcontainers/ryuk:";

  /** An engine on this machine lists its images in milliseconds. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  static Docker look(Path socket) {
    if (!Files.exists(socket)) {
      return new Docker(false, "no Docker engine listens on " + socket);
    }
    if (!onClassPath("org.testcontainers.kafka.KafkaContainer")) {
      return new Docker(false, "Testcontainers is not on the class path");
    }
    try {
      String images = get(socket, "/images/json");
      for (String image : List.of(KAFKA_IMAGE + '"', CASSANDRA_IMAGE + '"', RYUK_IMAGE)) {
        if (!images.contains('"' + image)) {
          return new Docker(false, "the Docker engine has no image " + image.replace("\"", ""));
        }
      }
      return new Docker(true, "a Docker engine answers and has the images");
    } catch (IOException e) {
      return new Docker(false, "the Docker engine does not answer: " + e.getMessage());
    }
  }

  private static boolean onClassPath(String name) {
    try {
      Class.forName(name, false, Docker.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String get(Path socket, String path) throws IOException {
    var answer = new CompletableFuture<String>();
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      Thread.startVirtualThread(() -> exchange(channel, path, answer));
      return answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("nothing within " + ANSWER_MAX.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void exchange(
      SocketChannel channel, String path, CompletableFuture<String> answer) {
    try {
      String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      answer.complete(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }
}
