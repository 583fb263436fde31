package isegoria.timeline.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.timeline.read.account.AccountRow;

/** States of accounts to this service's copies of them. */
public final class AccountStateCodec {

  private final AvroReader<AccountState> codec =
      AvroReader.of(Topics.ACCOUNT_STATES, AccountState.class);

  public AccountRow account(byte[] state) {
    AccountState account = codec.decode(state);
    return new AccountRow(
        Long.parseLong(account.getAccountId()),
        account.getUsername(),
        account.getDisplayName(),
        account.getNote(),
        account.getFields().stream()
            .map(field -> new AccountRow.FieldRow(field.getName(), field.getValue()))
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
