package isegoria.timeline.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.timeline.read.account.AccountCopy;

/** States of accounts to this service's copies of them. */
public final class AccountStateCodec {

  private final AvroReader<AccountState> codec =
      AvroReader.of(Topics.ACCOUNT_STATES, AccountState.class);

  public AccountCopy account(byte[] state) {
    AccountState account = codec.decode(state);
    return new AccountCopy(
        Long.parseLong(account.getAccountId()),
        account.getUsername(),
        account.getDisplayName(),
        account.getNote(),
        account.getFields().stream()
            .map(field -> new AccountCopy.Row(field.getName(), field.getValue()))
            .toList(),
        account.getAvatar(),
        account.getHeader(),
        account.getLocked(),
        account.getBot(),
        account.getDiscoverable(),
        account.getIndexable(),
        account.getHideCollections(),
        account.getRole(),
        account.getCreatedAt());
  }
}
