package isegoria.account.read.account;

import isegoria.account.read.account.AccountWrite.Forget;
import isegoria.account.read.account.AccountWrite.Put;
import isegoria.account.read.account.AccountWrite.PutName;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.AccountEvent.AccountOpened;
import isegoria.account.write.account.AccountEvent.ProfileEdited;
import isegoria.account.write.account.AccountEvent.RoleChanged;
import isegoria.account.write.account.AccountEvent.SettingsChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Facts of an account to rows: the account is written whole, its name when it is opened. */
public final class AccountProjection {

  private AccountProjection() {}

  public static List<AccountWrite> on(Account after, List<AccountEvent> events) {
    List<AccountWrite> writes = new ArrayList<>();
    if (after instanceof Account.Open open) {
      writes.add(new Put(open));
    }
    for (AccountEvent event : events) {
      switch (event) {
        case AccountOpened e -> writes.add(new PutName(lower(e.username()), e.id()));
        case AccountClosed e -> writes.add(new Forget(e.id(), lower(e.username())));
        case ProfileEdited _, SettingsChanged _, RoleChanged _ -> {}
      }
    }
    return writes;
  }

  /** Names are compared without regard to case. */
  public static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
