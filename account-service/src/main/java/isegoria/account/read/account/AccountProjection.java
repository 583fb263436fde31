package isegoria.account.read.account;

import isegoria.account.read.account.AccountWrite.Forget;
import isegoria.account.read.account.AccountWrite.ForgetWords;
import isegoria.account.read.account.AccountWrite.Put;
import isegoria.account.read.account.AccountWrite.PutName;
import isegoria.account.read.account.AccountWrite.PutWords;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.AccountEvent.AccountOpened;
import isegoria.account.write.account.AccountEvent.ProfileEdited;
import isegoria.account.write.account.AccountEvent.RoleChanged;
import isegoria.account.write.account.AccountEvent.SettingsChanged;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        case AccountOpened e -> {
          writes.add(new PutName(lower(e.username()), e.id()));
          writes.addAll(renamed(e.id(), "", e.profile().displayName()));
        }
        case ProfileEdited e ->
            writes.addAll(renamed(e.id(), e.formerDisplayName(), e.profile().displayName()));
        case AccountClosed e -> {
          writes.add(new Forget(e.id(), lower(e.username())));
          writes.addAll(renamed(e.id(), e.displayName(), ""));
        }
        case SettingsChanged _, RoleChanged _ -> {}
      }
    }
    return writes;
  }

  private static List<AccountWrite> renamed(AccountId id, String former, String present) {
    Set<String> gone = new HashSet<>(SearchWords.of(former));
    Set<String> come = new HashSet<>(SearchWords.of(present));
    Set<String> kept = Set.copyOf(gone);
    gone.removeAll(come);
    come.removeAll(kept);
    List<AccountWrite> writes = new ArrayList<>();
    if (!gone.isEmpty()) {
      writes.add(new ForgetWords(gone, id));
    }
    if (!come.isEmpty()) {
      writes.add(new PutWords(come, id));
    }
    return writes;
  }

  /** Names are compared without regard to case. */
  public static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
