package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.moderation.read.account.Profile;
import isegoria.moderation.write.Authority;

/** What this service reads of an account's state. */
public final class AccountStateCodec {

  private final AvroReader<AccountState> states =
      AvroReader.of(Topics.ACCOUNT_STATES, AccountState.class);

  public Profile decode(byte[] bytes) {
    AccountState state = states.decode(bytes);
    return new Profile(
        AccountId.of(state.getAccountId()),
        state.getUsername(),
        state.getDisplayName(),
        state.getNote(),
        state.getFields().stream()
            .map(field -> new Profile.Row(field.getName(), field.getValue()))
            .toList(),
        state.getAvatar(),
        state.getHeader(),
        state.getLocked(),
        state.getBot(),
        state.getDiscoverable(),
        state.getIndexable(),
        state.getHideCollections(),
        authority(state.getRole()),
        state.getCreatedAt());
  }

  /** A role this version does not know may do nothing to others. */
  private static Authority authority(String role) {
    return switch (role) {
      case "admin" -> Authority.ADMIN;
      case "moderator" -> Authority.MODERATOR;
      default -> Authority.USER;
    };
  }
}
