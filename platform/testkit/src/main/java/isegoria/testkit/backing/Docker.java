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

/**
 * Whether a Docker engine answers on this machine and already has the two images. Asked over its
 * socket before Testcontainers is touched, which would wait and try to download.
 */
record Docker(boolean usable, String finding) {
  static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
  static final String CASSANDRA_IMAGE = "cassandra:5.0.9";
  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  static Docker look() {
    if (!Files.exists(SOCKET)) {
      return new Docker(false, "no Docker engine listens on " + SOCKET);
    }
    if (!onClassPath("org.testcontainers.kafka.KafkaContainer")) {
      return new Docker(false, "Testcontainers is not on the class path");
    }
    try {
      String images = get("/images/json");
      for (String image : new String[] {KAFKA_IMAGE, CASSANDRA_IMAGE}) {
        if (!images.contains('"' + image + '"')) {
          return new Docker(false, "the Docker engine has no image " + image);
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

  private static String get(String path) throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(SOCKET));
      String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
