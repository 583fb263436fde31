package isegoria.timeline.notification.kafka;

import isegoria.events.AccountId;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.timeline.decider.DerivedCommand;
import isegoria.timeline.notification.policy.Deed;
import isegoria.timeline.notification.policy.Deed.Addressed;
import isegoria.timeline.notification.policy.Deed.PostGone;
import isegoria.timeline.notification.policy.Notice;
import isegoria.timeline.notification.policy.WhenDoneThenNotify;
import isegoria.timeline.notification.write.Inbox;
import isegoria.timeline.notification.write.InboxCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Makes commands of events. It remembers whom each post names, so that an edit tells only those
 * whom the post did not name before.
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
    Deed deed = deeds.decode(source.topic(), event.value(), DerivedCommand.recordedAt(event));
    if (deed == null) {
      return;
    }
    List<Notice> notices = WhenDoneThenNotify.of(deed, namedBefore(deed));
    remember(deed);
    var derived = DerivedCommand.of(Inbox.AGGREGATE_TYPE, context, event);
    for (Notice notice : notices) {
      context.forward(
          derived.next(Inbox.key(notice.recipient()), commands.encode(notice.command())));
    }
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
}
