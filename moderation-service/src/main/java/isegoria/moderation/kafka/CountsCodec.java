package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.CountsOfAccount;
import isegoria.events.post.PostCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of the topics of counts: the numbers beside a profile. */
public final class CountsCodec {

  /** Followers and follows of one account. */
  public record Follows(AccountId account, long followers, long following) {}

  /** Posts of one account. */
  public record Posts(AccountId account, long posts, @Nullable Instant lastAt) {}

  private final AvroReader<AccountCounts> accounts =
      AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private final AvroReader<PostCounts> posts = AvroReader.of(Topics.POST_COUNTS, PostCounts.class);

  public Follows follows(byte[] bytes) {
    AccountCounts counts = accounts.decode(bytes);
    return new Follows(
        AccountId.of(counts.getAccountId()), counts.getFollowers(), counts.getFollowing());
  }

  /** The posts of an account, or null where the record counts what one post has gathered. */
  public @Nullable Posts posts(byte[] bytes) {
    CountsOfAccount counts = posts.decode(bytes).getAccount();
    return counts == null
        ? null
        : new Posts(AccountId.of(counts.getAccountId()), counts.getPosts(), counts.getLastPostAt());
  }
}
