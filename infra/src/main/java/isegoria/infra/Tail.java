package isegoria.infra;

import isegoria.events.ClasspathSchemaIds;
import isegoria.events.SchemaIds;
import isegoria.events.Topic;
import isegoria.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Prints a topic's committed records as JSON, one line each, for eyes and for jq. */
@Command(name = "tail", mixinStandardHelpOptions = true)
public final class Tail implements Runnable {
  private static final int FRAME_BYTES = 5;
  private static final Duration POLL = Duration.ofMillis(500);

  private final SchemaIds schemas = new ClasspathSchemaIds();
  private final Map<Integer, Schema> known = new LinkedHashMap<>();
  private final JsonMapper json = new JsonMapper();

  @Parameters(description = "the topic's name; without it, all names are listed", arity = "0..1")
  @Nullable String topic;

  @Option(names = "--once", description = "end when the topic's end is reached")
  boolean once;

  private Tail() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Tail()).execute(args));
  }

  @Override
  public void run() {
    if (topic == null || topic.isBlank()) {
      System.out.println("usage: make tail TOPIC=<name>, one of:");
      Topics.all().forEach(each -> System.out.printf("  %-34s %s%n", each, each.access()));
      return;
    }
    Topic chosen = Topics.named(topic);
    DevConfig config = DevConfig.fromEnvironment(System.getenv());
    var access = Access.of(config, Secrets.in(config.secretsDirectory()));
    var properties = new LinkedHashMap<String, Object>(access.operator());
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    properties.put("enable.auto.commit", false);
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(chosen.name()).stream()
              .map(each -> new TopicPartition(chosen.name(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      do {
        consumer.poll(POLL).forEach(each -> System.out.println(line(chosen, each)));
      } while (!once || partitions.stream().anyMatch(p -> isBehind(consumer, p, ends)));
    }
  }

  private static boolean isBehind(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      Map<TopicPartition, Long> ends) {
    return consumer.position(partition) < ends.getOrDefault(partition, 0L);
  }

  private String line(Topic chosen, ConsumerRecord<byte[], byte[]> item) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("partition", item.partition());
    fields.put("offset", item.offset());
    fields.put("time", Instant.ofEpochMilli(item.timestamp()).toString());
    fields.put("key", text(item.key()));
    var headers = new LinkedHashMap<String, @Nullable String>();
    for (Header header : item.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    fields.put("headers", headers);
    fields.put("value", value(chosen, item.value()));
    return json.writeValueAsString(fields);
  }

  private @Nullable Object value(Topic chosen, byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    if (chosen.schema() != null && value.length >= FRAME_BYTES && value[0] == 0) {
      return avro(value);
    }
    try {
      return json.readTree(value);
    } catch (JacksonException notJson) {
      return HexFormat.of().formatHex(value);
    }
  }

  private @Nullable Object avro(byte[] value) {
    int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    Schema schema = known.computeIfAbsent(id, schemas::schemaOf);
    var reader = new GenericDatumReader<GenericRecord>(schema);
    try {
      var decoder =
          DecoderFactory.get().binaryDecoder(value, FRAME_BYTES, value.length - FRAME_BYTES, null);
      return plain(reader.read(null, decoder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case GenericRecord fields -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (Schema.Field field : fields.getSchema().getFields()) {
          map.put(field.name(), plain(fields.get(field.pos())));
        }
        yield map;
      }
      case Map<?, ?> entries -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((key, each) -> map.put(key.toString(), plain(each)));
        yield map;
      }
      case Iterable<?> items -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(each -> list.add(plain(each)));
        yield list;
      }
      case Number number -> number;
      case Boolean truth -> truth;
      case ByteBuffer bytes -> {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        yield HexFormat.of().formatHex(copy);
      }
      default -> value.toString();
    };
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
