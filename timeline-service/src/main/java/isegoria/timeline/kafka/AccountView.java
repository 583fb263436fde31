package isegoria.timeline.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.PostCounts;
import isegoria.eventsourcing.RowWriter;
import isegoria.timeline.read.account.AccountCopies;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** States of accounts, and the counts of accounts and posts, into this service's copies. */
public final class AccountView implements RowWriter {

  private final AvroCodec<AccountCounts> accountCounts =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private final AvroCodec<PostCounts> postCounts =
      AvroCodec.of(Topics.POST_COUNTS, PostCounts.class);
  private final AccountCopies rows;

  public AccountView(AccountCopies rows) {
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    long writtenAt = PostView.writtenAt(change.headers(), change.timestamp());
    if (change.topic().equals(Topics.ACCOUNT_STATES.name())) {
      long id = Long.parseLong(Partitioning.ownerOf(change.key()));
      return rows.account(id, change.value(), writtenAt);
    }
    if (change.value() == null) {
      return CompletableFuture.completedStage(null);
    }
    return change.topic().equals(Topics.ACCOUNT_COUNTS.name())
        ? follows(accountCounts.decode(change.value()), writtenAt)
        : gathered(postCounts.decode(change.value()), writtenAt);
  }

  private CompletionStage<?> follows(AccountCounts counts, long writtenAt) {
    long id = Long.parseLong(counts.getAccountId());
    return rows.follows(id, counts.getFollowers(), counts.getFollowing(), writtenAt);
  }

  private CompletionStage<?> gathered(PostCounts counts, long writtenAt) {
    if (counts.getType().equals("account")) {
      var of = counts.getAccount();
      long id = Long.parseLong(of.getAccountId());
      return rows.posts(id, of.getPosts(), of.getLastPostAt(), writtenAt);
    }
    var of = counts.getPost();
    return rows.gathered(
        Long.parseLong(of.getPostId()),
        of.getFavourites(),
        of.getBoosts(),
        of.getReplies(),
        writtenAt);
  }
}
