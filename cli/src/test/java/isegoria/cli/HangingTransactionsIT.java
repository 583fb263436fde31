package isegoria.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.testkit.backing.Backing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class HangingTransactionsIT {
  private static final String TOPIC = "cli-test.hanging";

  private final String kafka = Backing.sharedKafka();
  private final StringWriter out = new StringWriter();

  private int hanging(int silentSeconds) {
    out.getBuffer().setLength(0);
    var writer = new PrintWriter(out, true);
    return Isegoria.execute(
        writer,
        writer,
        "topics",
        "hanging",
        "--bootstrap-servers",
        kafka,
        "--silent-for",
        Integer.toString(silentSeconds));
  }

  @Test
  void an_open_transaction_is_found_where_it_was_written_into_until_it_ends() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(2), Optional.of((short) 1))))
          .all()
          .get();
    }
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "transactional.id", "cli-test"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, 1, "key", "value")).get();

      assertThat(hanging(0)).isEqualTo(1);
      assertThat(out.toString()).contains(TOPIC + "-1 from offset 0").doesNotContain(TOPIC + "-0");
      assertThat(hanging(3_600)).isZero();

      producer.commitTransaction();
      // Its end is written into the partition a moment after it was decided.
      while (hanging(0) == 1) {
        Thread.onSpinWait();
      }
      assertThat(out.toString()).isEqualTo("hanging transactions: 0\n");
    }
  }

  @Test
  void without_brokers_it_says_so_in_one_line() {
    var writer = new PrintWriter(out, true);
    int exit = Isegoria.execute(writer, writer, "topics", "hanging", "--data", "/nowhere");
    assertThat(exit).isNotZero();
    assertThat(out.toString()).contains("/nowhere").contains("expected: make dev").hasLineCount(1);
  }
}
