package isegoria.tests.sweep;

import isegoria.events.Topics;
import isegoria.infra.DevSystem;
import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Leaks made on purpose: a sweep that does not find them finds nothing. */
final class PlantedLeak {
  /** How many. */
  static final int LEAKS = 2;

  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private PlantedLeak() {}

  /** A direct post's words in an open topic, and a password in a log. */
  static List<Mark> in(DevSystem system, Marks marks) throws IOException {
    String words = marks.of(MarkKind.DIRECT_WORDS, "planted in an open topic");
    String password = marks.of(MarkKind.PASSWORD, "planted in a log");
    List<Mark> planted = marks.all().subList(marks.all().size() - LEAKS, marks.all().size());
    toTopic(system, words);
    Path log = system.config().logsDirectory().resolve("post-0.log");
    Files.writeString(log, "signed in with " + password + "\n", StandardOpenOption.APPEND);
    return planted;
  }

  /** In a header: a tombstone of what never was, with one more thing in it. */
  private static void toTopic(DevSystem system, String words) {
    try (var producer =
        new KafkaProducer<>(
            Systems.operator(system.config()), new StringSerializer(), new ByteArraySerializer())) {
      var leak = new ProducerRecord<String, byte[]>(Topics.POST_STATES.name(), "1/post/1", null);
      leak.headers().add(new RecordHeader("note", words.getBytes(StandardCharsets.UTF_8)));
      producer.send(leak).get();
      producer.close(CLOSE_MAX);
    } catch (ExecutionException e) {
      throw new IllegalStateException("not planted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
