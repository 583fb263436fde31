package isegoria.accounts;

import isegoria.api.view.AccountProfile;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;

/** Decodes the state of an account, from its topic or from a row that keeps it. */
public final class AccountStateCodec {

  private final AvroReader<AccountState> states =
      AvroReader.of(Topics.ACCOUNT_STATES, AccountState.class);

  public AccountProfile decode(byte[] bytes) {
    AccountState state = states.decode(bytes);
    return new AccountProfile(
        Long.parseLong(state.getAccountId()),
        state.getUsername(),
        state.getDisplayName(),
        state.getNote(),
        state.getFields().stream()
            .map(field -> new AccountProfile.Field(field.getName(), field.getValue()))
            .toList(),
        state.getAvatar(),
        state.getHeader(),
        state.getLocked(),
        state.getBot(),
        state.getDiscoverable(),
        state.getIndexable(),
        state.getHideCollections(),
        state.getRole(),
        state.getCreatedAt());
  }
}
