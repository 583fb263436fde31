package isegoria.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pair tests get, in front of engines that are played. */
final class DockerTest {
  private static final String KAFKA = "\"apache/kafka:4.3.1\"";
  private static final String CASSANDRA = "\"cassandra:5.0.9\"";
  private static final String RYUK = "\"testcontainers/ryuk:0.14.0\"";

  @TempDir Path directory;

  @Test
  void without_an_engine_none_is_used() {
    assertFinding(Docker.look(socket()), "no Docker engine listens on " + socket());
  }

  @Test
  void an_engine_with_the_images_is_used() throws IOException {
    Docker docker = lookAt(KAFKA, CASSANDRA, RYUK);
    assertThat(docker).isEqualTo(new Docker(true, "a Docker engine answers and has the images"));
  }

  @Test
  void an_engine_without_an_image_is_not_used_since_it_would_be_downloaded() throws IOException {
    assertFinding(lookAt(KAFKA, RYUK), "the Docker engine has no image cassandra:5.0.9");
    assertFinding(lookAt(KAFKA, CASSANDRA), "the Docker engine has no image testcontainers/ryuk:");
  }

  @Test
  void an_engine_that_ended_is_not_used() throws IOException {
    listener().close();
    assertThat(Docker.look(socket()).finding()).startsWith("the Docker engine does not answer: ");
  }

  private static void assertFinding(Docker docker, String finding) {
    assertThat(docker).isEqualTo(new Docker(false, finding));
  }

  private Docker lookAt(String... images) throws IOException {
    String list = "[{\"RepoTags\":[%s]}]".formatted(String.join("]},{\"RepoTags\":[", images));
    String answer = "HTTP/1.1 200 OK\r\n\r\n" + list;
    try (ServerSocketChannel engine = listener()) {
      Thread.startVirtualThread(() -> answerOnce(engine, answer));
      return Docker.look(socket());
    } finally {
      Files.deleteIfExists(socket());
    }
  }

  private ServerSocketChannel listener() throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket()));
  }

  private static void answerOnce(ServerSocketChannel engine, String answer) {
    try (SocketChannel client = engine.accept()) {
      client.read(ByteBuffer.allocate(256));
      client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    } catch (AsynchronousCloseException closed) {
      // Not asked: the test says what is wrong.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path socket() {
    return directory.resolve("docker.sock");
  }
}
