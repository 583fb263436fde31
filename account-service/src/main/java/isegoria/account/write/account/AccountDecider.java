package isegoria.account.write.account;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.account.Account.Closed;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Account.Unopened;
import isegoria.account.write.account.AccountCommand.ChangeRole;
import isegoria.account.write.account.AccountCommand.ChangeSettings;
import isegoria.account.write.account.AccountCommand.Close;
import isegoria.account.write.account.AccountCommand.EditProfile;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.AccountEvent.AccountOpened;
import isegoria.account.write.account.AccountEvent.ProfileEdited;
import isegoria.account.write.account.AccountEvent.RoleChanged;
import isegoria.account.write.account.AccountEvent.SettingsChanged;
import isegoria.account.write.account.AccountRejection.AlreadyClosed;
import isegoria.account.write.account.AccountRejection.IdTaken;
import isegoria.account.write.account.AccountRejection.NotOpen;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;

/** The rules of an account: a ruling for every shape and every command. */
public final class AccountDecider {

  public static final Decider<AccountCommand, Account, AccountEvent, AccountRejection> ACCOUNT =
      new Decider<>(new Unopened(), AccountDecider::decide, AccountDecider::evolve);

  private AccountDecider() {}

  private record Asked(Account of, AccountCommand to) {}

  static Decision<AccountEvent, AccountRejection> decide(Account account, AccountCommand command) {
    return switch (new Asked(account, command)) {
      case Asked(Unopened _, AccountCommand.Open to) ->
          accept(
              new AccountOpened(
                  to.id(),
                  to.username(),
                  Profile.named(to.displayName(), to.note()),
                  to.role(),
                  to.createdAt()));
      case Asked(Unopened _, EditProfile _) -> reject(new NotOpen());
      case Asked(Unopened _, ChangeSettings _) -> reject(new NotOpen());
      case Asked(Unopened _, ChangeRole _) -> reject(new NotOpen());
      case Asked(Unopened _, Close _) -> reject(new NotOpen());

      case Asked(Open of, AccountCommand.Open to) when of.username().equals(to.username()) ->
          accept();
      case Asked(Open _, AccountCommand.Open _) -> reject(new IdTaken());
      case Asked(Open of, EditProfile to)
          when to.change().appliedTo(of.profile()).equals(of.profile()) ->
          accept();
      case Asked(Open of, EditProfile to) ->
          accept(
              new ProfileEdited(
                  of.id(), to.change().appliedTo(of.profile()), of.profile().displayName()));
      case Asked(Open of, ChangeSettings to)
          when to.change().appliedTo(of.settings()).equals(of.settings()) ->
          accept();
      case Asked(Open of, ChangeSettings to) ->
          accept(new SettingsChanged(to.change().appliedTo(of.settings())));
      case Asked(Open of, ChangeRole to) when of.role() == to.role() -> accept();
      case Asked(Open _, ChangeRole to) -> accept(new RoleChanged(to.role()));
      case Asked(Open of, Close to) ->
          accept(
              new AccountClosed(of.id(), of.username(), of.profile().displayName(), to.because()));

      case Asked(Closed _, Close _) -> accept();
      case Asked(Closed of, AccountCommand _) -> reject(new AlreadyClosed(of.because()));
    };
  }

  static Account evolve(Account account, AccountEvent event) {
    return switch (event) {
      case AccountOpened e ->
          new Open(e.id(), e.username(), e.profile(), Settings.USUAL, e.role(), e.createdAt());
      case ProfileEdited e -> {
        Open of = open(account);
        yield new Open(
            of.id(), of.username(), e.profile(), of.settings(), of.role(), of.createdAt());
      }
      case SettingsChanged e -> {
        Open of = open(account);
        yield new Open(
            of.id(), of.username(), of.profile(), e.settings(), of.role(), of.createdAt());
      }
      case RoleChanged e -> {
        Open of = open(account);
        yield new Open(
            of.id(), of.username(), of.profile(), of.settings(), e.role(), of.createdAt());
      }
      case AccountClosed e -> {
        open(account);
        yield new Closed(e.because());
      }
    };
  }

  private static Open open(Account account) {
    if (account instanceof Open open) {
      return open;
    }
    throw new IllegalStateException(
        "account: " + account.getClass().getSimpleName() + " (expected: Open)");
  }
}
