package isegoria.timeline.feed.kafka;

import isegoria.accounts.AccountWriter;
import isegoria.accounts.kafka.AccountView;
import isegoria.events.AvroReader;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.post.PostCounts;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.timeline.feed.read.post.PostCountWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** States of accounts, and the counts of accounts and posts, into this service's copies. */
public final class AccountViewWriter implements RowWriter {

  /** Of the view; part of a consumer group's name, so it never changes. */
  public static final String NAME = "accounts";

  /** The topics that it reads. */
  public static final List<Topic> TOPICS =
      List.of(Topics.ACCOUNT_STATES, Topics.ACCOUNT_COUNTS, Topics.POST_COUNTS);

  private final AvroReader<PostCounts> counts = AvroReader.of(Topics.POST_COUNTS, PostCounts.class);
  private final AccountView accounts;
  private final PostCountWriter posts;

  public AccountViewWriter(AccountWriter accounts, PostCountWriter posts) {
    this.accounts = new AccountView(accounts);
    this.posts = posts;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (!change.topic().equals(Topics.POST_COUNTS.name())) {
      return accounts.write(change);
    }
    if (change.value() == null) {
      return CompletableFuture.completedFuture(null);
    }
    PostCounts of = counts.decode(change.value());
    // A count has no time that rises with every change, but its key's partition has offsets.
    return posts.put(
        Long.parseLong(of.getPostId()),
        new isegoria.api.view.PostCounts(of.getFavourites(), of.getBoosts(), of.getReplies()),
        change.offset() + 1);
  }
}
