package isegoria.timeline.conversation.kafka;

import isegoria.events.AvroReader;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.timeline.conversation.policy.Addition;
import isegoria.timeline.conversation.policy.DirectPost;
import isegoria.timeline.conversation.policy.WhenWrittenToThenAdd;
import isegoria.timeline.conversation.write.Conversation;
import isegoria.timeline.conversation.write.ConversationCommand;
import isegoria.timeline.decider.DerivedCommand;
import isegoria.timeline.feed.read.Visibility;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Makes commands of direct posts; it remembers each while it is there, as {@link KnownPost}. */
final class ConverseProcessor implements Processor<String, byte[], String, byte[]> {

  private final AvroReader<PostPrivateEvent> posts =
      AvroReader.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final SealedJson<ConversationCommand> commands;
  private ProcessorContext<String, byte[]> context;
  private KeyValueStore<String, String> known;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ConverseProcessor(AggregateType<ConversationCommand, ?, ?, ?> conversation) {
    this.commands = conversation.commandJson();
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    this.context = processorContext;
    this.known = processorContext.getStateStore(ConverseTopology.DIRECT_POSTS);
  }

  @Override
  public void process(Record<String, byte[]> event) {
    if (event.value() == null) {
      return;
    }
    switch (EnvelopeCodec.content(posts.decode(event.value()))) {
      case PostPublished e when Visibility.of(e.getVisibility()) == Visibility.DIRECT ->
          written(event, post(e), null);
      case PostEdited e -> {
        String stored = known.get(e.getPostId());
        if (stored != null) {
          KnownPost before = KnownPost.of(stored);
          written(event, post(e, before.thread()), before);
        }
      }
      case PostDeleted e -> known.delete(e.getPostId());
      case null, default -> {}
    }
  }

  private static DirectPost post(PostPublished event) {
    return new DirectPost(
        Long.parseLong(event.getPostId()),
        Long.parseLong(event.getAuthorId()),
        Long.parseLong(event.getConversationId()),
        ids(event.getMentionedIds()));
  }

  private static DirectPost post(PostEdited event, long thread) {
    return new DirectPost(
        Long.parseLong(event.getPostId()),
        Long.parseLong(event.getAuthorId()),
        thread,
        ids(event.getMentionedIds()));
  }

  private static List<Long> ids(List<String> decimals) {
    return decimals.stream().map(Long::valueOf).toList();
  }

  private void written(Record<String, byte[]> event, DirectPost post, @Nullable KnownPost before) {
    KnownPost was = before == null ? new KnownPost(post.thread(), Set.of()) : before;
    known.put(Long.toString(post.id()), was.with(post).stored());
    List<Addition> additions = WhenWrittenToThenAdd.of(post, was.concerned());
    var derived = DerivedCommand.of(Conversation.AGGREGATE_TYPE, context, event);
    for (Addition each : additions) {
      context.forward(
          derived.next(
              Conversation.key(each.owner(), each.number()), commands.encode(each.command())));
    }
  }
}
