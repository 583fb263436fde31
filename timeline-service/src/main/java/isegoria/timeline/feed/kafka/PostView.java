package isegoria.timeline.feed.kafka;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.feed.read.post.PostChange;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** States of posts into the copies of posts and the feeds on disk. */
public final class PostView implements RowWriter {

  /** Where the changes are kept. */
  public interface Rows {

    /**
     * Writes what a change changes; complete when it is durable.
     *
     * @param state the record's bytes, kept for posts
     * @param isRestricted whether they came from the restricted topic
     * @param writtenAt microseconds; the newest of a row wins
     */
    CompletionStage<?> apply(
        PostChange change, byte @Nullable [] state, boolean isRestricted, long writtenAt);
  }

  /** Of the view; part of a consumer group's name, so it never changes. */
  public static final String NAME = "posts";

  /** The topics that it reads. */
  public static final List<Topic> TOPICS = List.of(Topics.POST_STATES, Topics.POST_PRIVATE_STATES);

  private final PostStateCodec codec;
  private final Rows rows;

  public PostView(PostStateCodec codec, Rows rows) {
    this.codec = codec;
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> state) {
    boolean isRestricted = state.topic().equals(Topics.POST_PRIVATE_STATES.name());
    return rows.apply(
        codec.change(state.topic(), state.key(), state.value()),
        state.value(),
        isRestricted,
        RecordHeader.recordedMicros(state));
  }
}
