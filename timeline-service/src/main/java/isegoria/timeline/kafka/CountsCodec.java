package isegoria.timeline.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.PostCounts;
import isegoria.timeline.read.account.AccountWriter;
import java.util.concurrent.CompletionStage;

/** Counts of accounts and of posts to the rows that keep them. */
final class CountsCodec {

  private final AvroReader<AccountCounts> ofAccounts =
      AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private final AvroReader<PostCounts> ofPosts =
      AvroReader.of(Topics.POST_COUNTS, PostCounts.class);

  CompletionStage<?> write(String topic, byte[] value, AccountWriter rows, long writtenAt) {
    if (topic.equals(Topics.ACCOUNT_COUNTS.name())) {
      AccountCounts of = ofAccounts.decode(value);
      return rows.counts(
          Long.parseLong(of.getAccountId()),
          new isegoria.timeline.read.account.AccountCounts(
              of.getFollowers(), of.getFollowing(), of.getPosts(), of.getLastPostAt()),
          writtenAt);
    }
    PostCounts of = ofPosts.decode(value);
    return rows.gathered(
        Long.parseLong(of.getPostId()),
        of.getFavourites(),
        of.getBoosts(),
        of.getReplies(),
        writtenAt);
  }
}
