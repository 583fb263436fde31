package isegoria.account.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.account.AccountEvent;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** Follows as changes of counts: two bytes, what they add to followers and to follows. */
final class FollowCountCodec {

  private static final AvroCodec<AccountEvent> EVENTS =
      AvroCodec.of(Topics.ACCOUNT_EVENTS, AccountEvent.class);
  private static final AvroCodec<AccountCounts> COUNTS =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);

  private FollowCountCodec() {}

  static List<KeyValue<String, byte[]>> changes(byte[] bytes) {
    AccountEvent event = EVENTS.decode(bytes);
    if (event.getFollowed() != null) {
      return changes(event.getFollowed().getFollowerId(), event.getFollowed().getFollowedId(), 1);
    }
    if (event.getUnfollowed() != null) {
      return changes(
          event.getUnfollowed().getFollowerId(), event.getUnfollowed().getFollowedId(), -1);
    }
    return List.of();
  }

  private static List<KeyValue<String, byte[]>> changes(String follower, String followed, int by) {
    return List.of(
        KeyValue.pair(key(followed), new byte[] {(byte) by, 0}),
        KeyValue.pair(key(follower), new byte[] {0, (byte) by}));
  }

  private static String key(String account) {
    return Partitioning.key(account, "account");
  }

  /** What a count begins with; never published as it is. */
  static byte[] nothing() {
    return new byte[0];
  }

  static byte[] add(String key, byte[] change, byte[] before) {
    AccountCounts counts =
        before.length == 0
            ? new AccountCounts(Partitioning.ownerOf(key), 0L, 0L)
            : COUNTS.decode(before);
    return COUNTS.encode(
        new AccountCounts(
            counts.getAccountId(),
            counts.getFollowers() + change[0],
            counts.getFollowing() + change[1]));
  }
}
