package isegoria.account.kafka;

import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.Settings;
import isegoria.api.text.Characters;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.AccountClosed;
import isegoria.events.account.AccountOpened;
import isegoria.events.account.AccountState;
import isegoria.events.account.ProfileEdited;
import isegoria.events.account.ProfileField;
import isegoria.events.account.SettingsChanged;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An account's facts and state as the contract writes them: words stand in the state only, a fact
 * has their length and a salted hash.
 */
public final class AccountCodec implements Publisher<Account, AccountEvent> {

  private static final AvroCodec<AccountState> STATES =
      AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class);

  private final WordsHash hash;

  public AccountCodec(WordsHash hash) {
    this.hash = hash;
  }

  @Override
  public List<Publication> publish(Recorded<Account, AccountEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int at = 0; at < recorded.events().size(); at++) {
      AccountEvent event = recorded.events().get(at);
      SpecificRecord fact = fact(recorded.key(), event);
      if (fact != null) {
        boolean isOpen = !(event instanceof AccountEvent.SettingsChanged);
        publications.add(AccountTopics.FACTS.fact(isOpen, recorded, at, fact));
      }
    }
    publications.add(state(recorded));
    return publications;
  }

  private @Nullable SpecificRecord fact(String key, AccountEvent event) {
    String id = Partitioning.ownerOf(key);
    return switch (event) {
      case AccountEvent.AccountOpened e ->
          new AccountOpened(id, e.role().word(), e.profile().locked(), e.profile().bot());
      case AccountEvent.ProfileEdited e -> edited(id, key, e.profile());
      case AccountEvent.AccountClosed e -> new AccountClosed(id, e.because().word());
      case AccountEvent.SettingsChanged e -> settings(id, e.settings());
      // Open events do not state a role's permissions; the state has the role for the services that
      // need it.
      case AccountEvent.RoleChanged _ -> null;
    };
  }

  private static SettingsChanged settings(String id, Settings settings) {
    return new SettingsChanged(id, settings.privacy(), settings.sensitive(), settings.language());
  }

  private ProfileEdited edited(String id, String stream, Profile profile) {
    return new ProfileEdited(
        id,
        Characters.count(profile.displayName()),
        Characters.count(profile.note()),
        profile.fields().size(),
        hash.of(stream, profile.displayName() + "\n" + profile.note() + "\n" + profile.fields()),
        profile.locked(),
        profile.bot(),
        profile.discoverable(),
        profile.indexable());
  }

  private static Publication state(Recorded<Account, AccountEvent> recorded) {
    byte[] value =
        switch (recorded.after()) {
          case Account.Open of -> STATES.encode(state(of, recorded));
          case Account.Closed _, Account.Unopened _ -> null;
        };
    return new Publication(Topics.ACCOUNT_STATES, recorded.key(), "account", value);
  }

  private static AccountState state(Account.Open of, Recorded<?, ?> recorded) {
    Profile profile = of.profile();
    AccountId id = of.id();
    return new AccountState(
        id.toString(),
        of.username(),
        profile.displayName(),
        profile.note(),
        profile.fields().stream().map(f -> new ProfileField(f.name(), f.value())).toList(),
        profile.avatar(),
        profile.header(),
        profile.locked(),
        profile.bot(),
        profile.discoverable(),
        profile.indexable(),
        profile.hideCollections(),
        of.role().word(),
        of.createdAt(),
        recorded.recordedAt());
  }
}
