package isegoria.account.http;

import isegoria.account.crypto.AccountHash;
import isegoria.account.crypto.Passwords;
import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.EmailClaim;
import isegoria.account.read.login.PendingSignUp;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountRejection;
import isegoria.account.write.account.AccountRejection.NotOpen;
import isegoria.account.write.account.ProfileChange;
import isegoria.account.write.name.NameCommand;
import isegoria.account.write.name.NameRejection.NameTaken;
import isegoria.api.error.FieldProblem;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Ids;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens accounts, step by step: first what is not in the log (the e-mail address by one conditional
 * insert, the credential), then the claim of the name, which opens the account and answers. Each
 * step can be repeated; what a broken sign-up leaves is swept, or taken over by the next one.
 */
public final class Registrar {

  /** After this nothing can follow a sign-up any more: commands carry a deadline of seconds. */
  static final Duration FOLLOWS_WITHIN = Duration.ofMinutes(1);

  /** Sign-ups for one name stand in line here, so that only the first one costs a hash. */
  private static final int LINES = 256;

  private static final Duration LINE_WAIT_MAX = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Credentials credentials;
  private final Passwords passwords;
  private final AccountHash accountHash;
  private final CommandSender commandSender;
  private final CommandContexts contexts;
  private final Ids ids;
  private final ReentrantLock[] lines =
      IntStream.range(0, LINES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  public Registrar(
      Accounts accounts,
      Credentials credentials,
      Passwords passwords,
      AccountHash accountHash,
      CommandSender commandSender,
      CommandContexts contexts,
      Ids ids) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.passwords = passwords;
    this.accountHash = accountHash;
    this.commandSender = commandSender;
    this.contexts = contexts;
    this.ids = ids;
  }

  /** Opens the account, or throws what is wrong. */
  Account.Open open(NewAccount wanted, CommandContext context) {
    String nameMark = accountHash.ofName(wanted.username());
    ReentrantLock line = lines[Math.floorMod(nameMark.hashCode(), LINES)];
    boolean inTurn;
    try {
      inTurn = line.tryLock(LINE_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable();
    }
    if (!inTurn) {
      throw ApiException.unavailable();
    }
    try {
      return inTurn(wanted, nameMark, context);
    } finally {
      line.unlock();
    }
  }

  private Account.Open inTurn(NewAccount wanted, String nameMark, CommandContext context) {
    if (accounts.byName(AccountProjection.lower(wanted.username())).isPresent()) {
      throw SignUpChecks.refused("username", FieldProblem.ERR_TAKEN);
    }
    Instant now = context.occurredAt();
    AccountId id = new AccountId(ids.next());
    String email = wanted.email();
    String emailMark = email == null ? "" : accountHash.ofEmail(email);
    PendingSignUp pending = new PendingSignUp(id, emailMark);
    credentials.begun(pending, now);
    if (!emailMark.isEmpty()) {
      claimEmail(emailMark, new EmailClaim(id, now));
    }
    try {
      credentials.put(credential(id, wanted, emailMark, now));
    } catch (RuntimeException unwritten) {
      undo(pending, now);
      throw unwritten;
    }
    var opening =
        new AccountCommand.Open(
            id, wanted.username(), wanted.displayName(), wanted.note(), wanted.role(), now);
    // Each try has its own id: a repeated one would be answered with another try's account.
    CommandContext claim =
        new CommandContext(
            CommandContexts.minted(),
            /* repeatable= */ false,
            id.toString(),
            context.correlation(),
            Instant.now(),
            context.patience());
    var reply = commandSender.claim(nameMark, new NameCommand.Claim(opening), claim);
    return opened(reply, pending, nameMark, now);
  }

  private Account.Open opened(
      Reply<Account, AccountEvent, Object> reply,
      PendingSignUp pending,
      String nameMark,
      Instant begun) {
    return switch (reply) {
      case Reply.Accepted<Account, AccountEvent, Object>(var account, _, _, var positions)
          when account instanceof Account.Open open -> {
        Replies.addPositions(positions);
        credentials.ended(pending, begun);
        yield open;
      }
      case Reply.Rejected<Account, AccountEvent, Object>(NameTaken _, _) -> {
        undo(pending, begun);
        throw SignUpChecks.refused("username", FieldProblem.ERR_TAKEN);
      }
      case Reply.Rejected<Account, AccountEvent, Object> _ -> {
        // The id is another account's: the name is given back, and the client asks again.
        commandSender.release(nameMark, pending.accountId(), contexts.once(""));
        undo(pending, begun);
        throw ApiException.unavailable();
      }
      case Reply.Unknown<Account, AccountEvent, Object> _ -> throw ApiException.unavailable();
      default -> {
        undo(pending, begun);
        throw ApiException.unavailable();
      }
    };
  }

  private Credential credential(AccountId id, NewAccount wanted, String emailMark, Instant now) {
    String password = wanted.password();
    return new Credential(
        id,
        wanted.email(),
        emailMark.isEmpty() ? null : emailMark,
        password == null ? null : passwords.hash(password),
        wanted.confirmed(),
        now);
  }

  private void claimEmail(String emailMark, EmailClaim claim) {
    if (credentials.claim(emailMark, claim)) {
      return;
    }
    Optional<EmailClaim> held = credentials.claimOf(emailMark);
    boolean ours =
        held.isEmpty()
            ? credentials.claim(emailMark, claim)
            : abandoned(held.get(), claim.at())
                && credentials.reclaim(emailMark, held.get(), claim);
    if (!ours) {
      throw SignUpChecks.refused("email", FieldProblem.ERR_TAKEN);
    }
  }

  private boolean abandoned(EmailClaim held, Instant now) {
    return held.at().plus(FOLLOWS_WITHIN).isBefore(now)
        && accounts.byId(held.accountId()).isEmpty()
        && Boolean.FALSE.equals(opened(held.accountId()));
  }

  /** Whether the account is open, by its decider's reply; null when none comes. */
  @Nullable Boolean opened(AccountId id) {
    Reply<Account, AccountEvent, AccountRejection> reply =
        commandSender.ofAccount(
            id, new AccountCommand.EditProfile(ProfileChange.NOTHING), contexts.once(""));
    return switch (reply) {
      case Reply.Accepted<Account, AccountEvent, AccountRejection> _ -> true;
      case Reply.Rejected<Account, AccountEvent, AccountRejection>(NotOpen _, _) -> false;
      case Reply.Rejected<Account, AccountEvent, AccountRejection> _ -> true;
      default -> null;
    };
  }

  /** Takes back what was written for a sign-up that nothing follows. */
  void undo(PendingSignUp pending, Instant begun) {
    credentials.remove(pending.accountId());
    if (!pending.emailMark().isEmpty()) {
      credentials.release(pending.emailMark(), pending.accountId());
    }
    credentials.ended(pending, begun);
  }
}
