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
import isegoria.events.account.AccountPrivateEvent;
import isegoria.events.account.AccountState;
import isegoria.events.account.ProfileEdited;
import isegoria.events.account.ProfileField;
import isegoria.events.account.SettingsChanged;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's facts and state as the contract writes them: words stand in the state only, a fact
 * has their length and a salted hash.
 */
public final class AccountCodec implements Publisher<Account, AccountEvent> {

  private static final AvroCodec<isegoria.events.account.AccountEvent> EVENTS =
      AvroCodec.of(Topics.ACCOUNT_EVENTS, isegoria.events.account.AccountEvent.class);
  private static final AvroCodec<AccountPrivateEvent> PRIVATE_EVENTS =
      AvroCodec.of(Topics.ACCOUNT_PRIVATE_EVENTS, AccountPrivateEvent.class);
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
      fact(recorded, at, publications);
    }
    publications.add(state(recorded));
    return publications;
  }

  private void fact(
      Recorded<Account, AccountEvent> recorded, int at, List<Publication> publications) {
    String id = Partitioning.ownerOf(recorded.key());
    switch (recorded.events().get(at)) {
      case AccountEvent.AccountOpened e -> {
        var event = open(recorded, at, "opened");
        publications.add(
            published(
                recorded,
                event.setOpened(
                    new AccountOpened(
                        id, e.role().word(), e.profile().locked(), e.profile().bot()))));
      }
      case AccountEvent.ProfileEdited e -> {
        var event = open(recorded, at, "profile_edited");
        publications.add(
            published(recorded, event.setProfileEdited(edited(id, recorded.key(), e.profile()))));
      }
      case AccountEvent.AccountClosed e -> {
        var event = open(recorded, at, "closed");
        publications.add(
            published(recorded, event.setClosed(new AccountClosed(id, e.because().word()))));
      }
      case AccountEvent.SettingsChanged e ->
          publications.add(settings(recorded, at, id, e.settings()));
      // Open events do not state a role's permissions; the state has the role for the services that
      // need it.
      case AccountEvent.RoleChanged _ -> {}
    }
  }

  private static isegoria.events.account.AccountEvent.Builder open(
      Recorded<?, ?> recorded, int at, String type) {
    return isegoria.events.account.AccountEvent.newBuilder()
        .setMeta(MetaCodec.meta(recorded, at))
        .setType(type);
  }

  private static Publication published(
      Recorded<?, ?> recorded, isegoria.events.account.AccountEvent.Builder open) {
    isegoria.events.account.AccountEvent event = open.build();
    return new Publication(
        Topics.ACCOUNT_EVENTS, recorded.key(), event.getType(), EVENTS.encode(event));
  }

  private static Publication settings(
      Recorded<?, ?> recorded, int at, String id, Settings settings) {
    AccountPrivateEvent event =
        AccountPrivateEvent.newBuilder()
            .setMeta(MetaCodec.meta(recorded, at))
            .setType("settings_changed")
            .setSettingsChanged(
                new SettingsChanged(
                    id, settings.privacy(), settings.sensitive(), settings.language()))
            .build();
    return new Publication(
        Topics.ACCOUNT_PRIVATE_EVENTS,
        recorded.key(),
        event.getType(),
        PRIVATE_EVENTS.encode(event));
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
