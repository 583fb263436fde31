package isegoria.timeline.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.CountsOfAccount;
import isegoria.events.post.CountsOfPost;
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
      AccountCounts counts = ofAccounts.decode(value);
      long id = Long.parseLong(counts.getAccountId());
      return rows.follows(id, counts.getFollowers(), counts.getFollowing(), writtenAt);
    }
    PostCounts counts = ofPosts.decode(value);
    return counts.getType().equals("account")
        ? published(counts.getAccount(), rows, writtenAt)
        : gathered(counts.getPost(), rows, writtenAt);
  }

  private static CompletionStage<?> published(
      CountsOfAccount counts, AccountWriter rows, long writtenAt) {
    long id = Long.parseLong(counts.getAccountId());
    return rows.posts(id, counts.getPosts(), counts.getLastPostAt(), writtenAt);
  }

  private static CompletionStage<?> gathered(
      CountsOfPost counts, AccountWriter rows, long writtenAt) {
    return rows.gathered(
        Long.parseLong(counts.getPostId()),
        counts.getFavourites(),
        counts.getBoosts(),
        counts.getReplies(),
        writtenAt);
  }
}
