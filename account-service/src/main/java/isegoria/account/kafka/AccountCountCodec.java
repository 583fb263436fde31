package isegoria.account.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.AvroReader;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.account.AccountEvent;
import isegoria.events.account.AccountFollowed;
import isegoria.events.account.AccountUnfollowed;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostUnboosted;
import isegoria.eventsourcing.fold.CountFold;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Facts as changes of an account's counts: a byte each for what they add to followers, follows and
 * posts, and the time of a new post in microseconds, else 0.
 */
public final class AccountCountCodec {

  private static final AvroCodec<AccountEvent> ACCOUNT_EVENTS =
      AvroCodec.of(Topics.ACCOUNT_EVENTS, AccountEvent.class);
  private static final AvroReader<PostEvent> POST_EVENTS =
      AvroReader.of(Topics.POST_EVENTS, PostEvent.class);
  private static final AvroCodec<AccountCounts> COUNTS =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);

  /** Follows and posts to one count per account: a follow goes to both its accounts. */
  public static final CountFold<byte[]> FOLD =
      new CountFold<>(
          "account-counts",
          "account",
          List.of(
              new CountFold.Source<>(Topics.ACCOUNT_EVENTS, AccountCountCodec::follows),
              new CountFold.Source<>(Topics.POST_EVENTS, AccountCountCodec::posts)),
          Serdes.ByteArray(),
          AccountCountCodec::nothing,
          AccountCountCodec::add,
          (_, total) -> total,
          Topics.ACCOUNT_COUNTS);

  private AccountCountCodec() {}

  static List<KeyValue<String, byte[]>> follows(byte[] bytes) {
    return switch (EnvelopeCodec.content(ACCOUNT_EVENTS.decode(bytes))) {
      case AccountFollowed e -> follows(e.getFollowerId(), e.getFollowedId(), 1);
      case AccountUnfollowed e -> follows(e.getFollowerId(), e.getFollowedId(), -1);
      case null, default -> List.of();
    };
  }

  private static List<KeyValue<String, byte[]>> follows(String follower, String followed, int by) {
    return List.of(change(followed, by, 0, 0, 0), change(follower, 0, by, 0, 0));
  }

  /** The number of an account's posts is of those that everybody may read. */
  static List<KeyValue<String, byte[]>> posts(byte[] bytes) {
    return switch (EnvelopeCodec.content(POST_EVENTS.decode(bytes))) {
      case PostPublished e -> List.of(change(e.getAuthorId(), 0, 0, 1, micros(e.getCreatedAt())));
      case PostDeleted e -> List.of(change(e.getAuthorId(), 0, 0, -1, 0));
      case PostBoosted e -> List.of(change(e.getActorId(), 0, 0, 1, microsOf(e.getBoostId())));
      case PostUnboosted e -> List.of(change(e.getActorId(), 0, 0, -1, 0));
      case null, default -> List.of();
    };
  }

  private static KeyValue<String, byte[]> change(
      String account, int followers, int following, int posts, long lastPostAtMicros) {
    byte[] change =
        ByteBuffer.allocate(3 + Long.BYTES)
            .put((byte) followers)
            .put((byte) following)
            .put((byte) posts)
            .putLong(lastPostAtMicros)
            .array();
    return KeyValue.pair(Partitioning.key(account, "account"), change);
  }

  /** What a count begins with; never published as it is. */
  static byte[] nothing() {
    return new byte[0];
  }

  static byte[] add(String key, byte[] bytes, byte[] before) {
    AccountCounts counts =
        before.length == 0
            ? new AccountCounts(Partitioning.ownerOf(key), 0L, 0L, 0L, null)
            : COUNTS.decode(before);
    ByteBuffer change = ByteBuffer.wrap(bytes);
    return COUNTS.encode(
        new AccountCounts(
            counts.getAccountId(),
            counts.getFollowers() + change.get(),
            counts.getFollowing() + change.get(),
            counts.getPosts() + change.get(),
            later(counts.getLastPostAt(), change.getLong())));
  }

  private static @Nullable Instant later(@Nullable Instant last, long micros) {
    return micros == 0 || (last != null && micros(last) >= micros)
        ? last
        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** An id tells its time. */
  private static long microsOf(String id) {
    return micros(Instant.ofEpochMilli(PostId.of(id).value() >>> 16));
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
