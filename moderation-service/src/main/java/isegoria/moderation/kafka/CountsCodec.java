package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of the counts of accounts: the numbers beside a profile. */
public final class CountsCodec {

  /** Followers, follows and posts of one account. */
  public record Counted(
      AccountId account, long followers, long following, long posts, @Nullable Instant lastAt) {}

  private final AvroReader<AccountCounts> accounts =
      AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);

  public Counted counts(byte[] bytes) {
    AccountCounts of = accounts.decode(bytes);
    return new Counted(
        AccountId.of(of.getAccountId()),
        of.getFollowers(),
        of.getFollowing(),
        of.getPosts(),
        of.getLastPostAt());
  }
}
