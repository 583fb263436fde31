package isegoria.benchmarks.http;

import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.FollowState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.infra.Secrets;
import isegoria.tests.platform.Running;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts follows where account-service publishes them, in bulk: following a few hundred thousand
 * times through the API would take longer than what is measured.
 */
final class Follows implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final AvroCodec<RelationshipState> codec =
      AvroCodec.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class);
  private final int partitions;

  Follows(Running running) {
    var secrets = Secrets.in(running.files().resolve("secrets"));
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", "127.0.0.1:" + running.unit("kafka").port());
    config.put("acks", "all");
    config.put("linger.ms", 20);
    config.put("security.protocol", "SASL_PLAINTEXT");
    config.put("sasl.mechanism", "PLAIN");
    config.put(
        "sasl.jaas.config",
        "%s required username=\"account\" password=\"%s\";"
            .formatted(PlainLoginModule.class.getName(), secrets.password("account")));
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.partitions = producer.partitionsFor(Topics.ACCOUNT_PRIVATE_STATES.name()).size();
  }

  /** States of two accounts, of which at least one follows the other. */
  void between(long one, long other, boolean oneFollows, boolean otherFollows) {
    boolean isLower = one < other;
    long low = Math.min(one, other);
    long high = Math.max(one, other);
    var state =
        new RelationshipState(
            Long.toString(low),
            Long.toString(high),
            side(isLower ? oneFollows : otherFollows),
            side(isLower ? otherFollows : oneFollows),
            Instant.now());
    String key = Partitioning.key(low + "~" + high, "relationship");
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topics.ACCOUNT_PRIVATE_STATES.name(),
                Partitioning.ofKey(key, partitions),
                key,
                codec.encode(state)));
  }

  private static RelationshipSide side(boolean follows) {
    @Nullable FollowState follow =
        follows ? new FollowState(Instant.now(), true, false, List.of()) : null;
    return RelationshipSide.newBuilder().setFollow(follow).setBlockedAt(null).setMute(null).build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
