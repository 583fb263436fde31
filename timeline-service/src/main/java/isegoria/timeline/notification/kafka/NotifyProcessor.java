package isegoria.timeline.notification.kafka;

import isegoria.events.AccountId;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.notification.policy.Deed;
import isegoria.timeline.notification.policy.Deed.Addressed;
import isegoria.timeline.notification.policy.Deed.PostGone;
import isegoria.timeline.notification.policy.Notice;
import isegoria.timeline.notification.policy.WhenDoneThenNotify;
import isegoria.timeline.notification.write.Inbox;
import isegoria.timeline.notification.write.InboxCommand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Makes commands of events. It remembers whom each post names, so that an edit tells only those
 * whom the post did not name before.
 *
 * <p>An event and its commands are one transaction: no command is sent twice, so none is remembered
 * by its decider. Its id says which event it comes from.
 */
final class NotifyProcessor implements Processor<String, byte[], String, byte[]> {

  private final DeedCodec deeds = new DeedCodec();
  private final SealedJson<InboxCommand> commands;
  private ProcessorContext<String, byte[]> context;
  private KeyValueStore<String, String> named;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  NotifyProcessor(AggregateType<InboxCommand, ?, ?, ?> inbox) {
    this.commands = inbox.commandJson();
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    this.context = processorContext;
    this.named = processorContext.getStateStore(NotifyTopology.NAMED);
  }

  @Override
  public void process(Record<String, byte[]> event) {
    if (event.value() == null) {
      return;
    }
    RecordMetadata source = context.recordMetadata().orElseThrow();
    Deed deed = deeds.decode(source.topic(), event.value(), recordedAt(event));
    if (deed == null) {
      return;
    }
    List<Notice> notices = WhenDoneThenNotify.of(deed, namedBefore(deed));
    remember(deed);
    for (int at = 0; at < notices.size(); at++) {
      send(notices.get(at), source, at, event);
    }
  }

  private static Instant recordedAt(Record<String, byte[]> event) {
    String micros = RecordHeader.text(event.headers(), RecordHeader.RECORDED_AT);
    return micros == null
        ? Instant.ofEpochMilli(event.timestamp())
        : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  private Set<AccountId> namedBefore(Deed deed) {
    String ids = deed instanceof Addressed to ? named.get(to.post().toString()) : null;
    return ids == null
        ? Set.of()
        : Arrays.stream(ids.split(",")).map(AccountId::of).collect(Collectors.toSet());
  }

  private void remember(Deed deed) {
    if (deed instanceof PostGone(var post)) {
      named.delete(post.toString());
    } else if (deed instanceof Addressed to && !to.mentioned().isEmpty()) {
      var all = new TreeSet<>(namedBefore(to));
      all.addAll(to.mentioned());
      named.put(
          to.post().toString(),
          all.stream().map(AccountId::toString).collect(Collectors.joining(",")));
    }
  }

  private void send(Notice notice, RecordMetadata source, int at, Record<String, byte[]> event) {
    Headers headers = new RecordHeaders();
    put(headers, RecordHeader.AGGREGATE_TYPE, Inbox.AGGREGATE_TYPE);
    put(
        headers,
        RecordHeader.COMMAND_ID,
        "%s-%d-%d-%d".formatted(source.topic(), source.partition(), source.offset(), at));
    put(headers, RecordHeader.OCCURRED_AT, recordedAt(event).toString());
    String trace = RecordHeader.text(event.headers(), RecordHeader.TRACEPARENT);
    if (trace != null) {
      put(headers, RecordHeader.TRACEPARENT, trace);
    }
    context.forward(
        new Record<>(
            Inbox.key(notice.recipient()),
            commands.encode(notice.command()),
            event.timestamp(),
            headers));
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, RecordHeader.bytes(value));
  }
}
