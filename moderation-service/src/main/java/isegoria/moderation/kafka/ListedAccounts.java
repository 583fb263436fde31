package isegoria.moderation.kafka;

import isegoria.accounts.AccountWriter;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The copy of accounts with the lists that lead to them. */
public final class ListedAccounts implements AccountWriter {

  private final AccountWriter accounts;
  private final ListingTable listings;
  private final SaltedHash hash;

  public ListedAccounts(AccountWriter accounts, ListingTable listings, SaltedHash hash) {
    this.accounts = accounts;
    this.listings = listings;
    this.hash = hash;
  }

  @Override
  public CompletionStage<?> put(AccountProfile profile, byte[] state, long micros) {
    return CompletableFuture.allOf(
        accounts.put(profile, state, micros).toCompletableFuture(),
        listings.add(Scope.ACCOUNTS, profile.id(), micros).toCompletableFuture(),
        listings.add(named(profile), profile.id(), micros).toCompletableFuture());
  }

  private Scope named(AccountProfile profile) {
    return Scope.named(hash.ofName(profile.username().toLowerCase(Locale.ROOT)));
  }

  @Override
  public CompletionStage<?> remove(long id, long micros) {
    return accounts.remove(id, micros);
  }

  @Override
  public CompletionStage<?> put(long id, AccountCounts counts, long offset) {
    return accounts.put(id, counts, offset);
  }
}
