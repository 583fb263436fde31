package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.moderation.read.account.AccountTable;
import isegoria.moderation.read.account.Profile;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Other services' accounts and counts to this service's copy; an erased one is forgotten here. */
public final class AccountRows implements RowWriter {

  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final AccountTable accounts;
  private final ListingTable listings;
  private final SaltedHash hash;
  private final Function<AccountId, CompletionStage<?>> forget;
  private final AccountStateCodec states = new AccountStateCodec();
  private final CountsCodec counts = new CountsCodec();

  /**
   * Writes the copy.
   *
   * @param forget has everything else that the service keeps of an account erased
   */
  public AccountRows(
      AccountTable accounts,
      ListingTable listings,
      SaltedHash hash,
      Function<AccountId, CompletionStage<?>> forget) {
    this.accounts = accounts;
    this.listings = listings;
    this.hash = hash;
    this.forget = forget;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.topic().equals(Topics.ACCOUNT_STATES.name())) {
      return state(change);
    }
    if (change.value() == null) {
      // The account's own tombstone removes the whole row.
      return NOTHING;
    }
    return counts(change);
  }

  private CompletionStage<?> state(ConsumerRecord<String, byte[]> change) {
    long micros = micros(change);
    if (change.value() == null) {
      AccountId erased = AccountId.of(Partitioning.ownerOf(change.key()));
      return accounts.remove(erased, micros).thenCompose(removed -> forget.apply(erased));
    }
    Profile profile = states.decode(change.value());
    return CompletableFuture.allOf(
        accounts.put(profile, micros).toCompletableFuture(),
        listings.add(Scope.ACCOUNTS, profile.id().value(), micros).toCompletableFuture(),
        listings.add(named(profile), profile.id().value(), micros).toCompletableFuture());
  }

  private Scope named(Profile profile) {
    return Scope.named(hash.ofName(profile.username().toLowerCase(Locale.ROOT)));
  }

  private CompletionStage<?> counts(ConsumerRecord<String, byte[]> change) {
    CountsCodec.Counted of = counts.counts(change.value());
    return accounts.putCounts(
        of.account(), of.followers(), of.following(), of.posts(), of.lastAt(), risen(change));
  }

  /** A count has no time that rises with every change, but its key's partition has offsets. */
  private static long risen(ConsumerRecord<String, byte[]> change) {
    return change.offset() + 1;
  }

  /** The write time of the row: when the fact was recorded, else when the record was made. */
  private static long micros(ConsumerRecord<String, byte[]> change) {
    String recorded = RecordHeader.text(change.headers(), RecordHeader.RECORDED_AT);
    return recorded == null ? change.timestamp() * 1_000 : Long.parseLong(recorded);
  }
}
