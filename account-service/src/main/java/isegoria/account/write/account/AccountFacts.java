package isegoria.account.write.account;

import isegoria.account.write.account.Account.Closed;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Account.Unopened;
import isegoria.account.write.account.AccountEvent.AccountOpened;
import isegoria.account.write.account.AccountEvent.SettingsChanged;
import java.util.List;

/** The facts that alone lead to an account: a rebuild makes its rows of them. */
public final class AccountFacts {

  private AccountFacts() {}

  public static List<AccountEvent> of(Account account) {
    return switch (account) {
      case Open of when of.settings().equals(Settings.USUAL) -> List.of(opened(of));
      case Open of -> List.of(opened(of), new SettingsChanged(of.settings()));
      // One that is gone leaves nothing that could be seen again.
      case Unopened _, Closed _ -> List.of();
    };
  }

  private static AccountOpened opened(Open of) {
    return new AccountOpened(of.id(), of.username(), of.profile(), of.role(), of.createdAt());
  }
}
