package isegoria.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Everything about accounts. */
@Command(
    name = "accounts",
    mixinStandardHelpOptions = true,
    description = "Creates, imports and erases accounts.")
final class AccountsCommand implements Runnable {

  private static final String SERVICE = "account";
  private static final String ACCOUNTS = "/internal/operator/accounts";

  /** Accounts in one request: each password costs a hash. */
  private static final int BATCH_MAX = 200;

  /** What an account may do to others. */
  enum Role {
    USER,
    MODERATOR,
    ADMIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  AccountsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates an account; its password is on the last line that is printed.")
  int create(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "The name to log in and be found by.")
          String name,
      @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "E-mail.")
          String email,
      @Option(names = "--confirmed", description = "The address needs no confirmation.")
          boolean confirmed,
      @Option(
              names = "--role",
              defaultValue = "user",
              description = "One of: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
          Role role,
      @Option(
              names = "--password",
              paramLabel = "TEXT",
              description = "Its password; default: one made at random.")
          @Nullable String password)
      throws InterruptedException {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("username", name);
    account.put("email", email);
    account.put("role", role.toString());
    account.put("confirmed", confirmed);
    if (password != null) {
      account.put("password", password);
    }
    JsonNode created = target.api(SERVICE).post(ACCOUNTS, UUID.randomUUID().toString(), account);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: created, id %s%n", name, created.path("id").asString());
    String given = created.path("password").asString(password == null ? "" : password);
    out.printf("New password: %s%n", given);
    return 0;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Imports accounts from a file, plain or .gz: an object of JSON on each line, or CSV whose",
        "first line names the columns: username, email, password, display_name, note, role; all but",
        "the first may be absent. A stopped import goes on where it was."
      })
  int importFile(
      @Mixin Target target,
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Option(
              names = "--state",
              paramLabel = "FILE",
              description = "Where to keep how far it is; default: FILE.resume.")
          @Nullable Path state,
      @Option(
              names = "--concurrency",
              defaultValue = "2",
              description = "Requests at once; default: ${DEFAULT-VALUE}.")
          int concurrency)
      throws InterruptedException {
    BatchImport batches =
        new BatchImport(
            target.api(SERVICE),
            "accounts",
            ACCOUNTS + "/import",
            "accounts",
            BATCH_MAX,
            Math.max(1, concurrency),
            spec.commandLine().getErr());
    BatchImport.Result result =
        batches.run(
            file,
            new AccountLines(),
            new ResumeFile(state == null ? ResumeFile.beside(file) : state));
    spec.commandLine()
        .getOut()
        .printf("accounts: %d imported, %d refused%n", result.done(), result.refused());
    return result.refused() == 0 ? 0 : Isegoria.REFUSED;
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Erases an account and everything it wrote, in every service. This cannot be undone: name",
        "it twice, once with --yes."
      })
  int erase(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "The account's name.") String name,
      @Option(
              names = "--yes",
              paramLabel = "NAME",
              description = "The same name again; asked for on a terminal when it is absent.")
          @Nullable String again)
      throws InterruptedException {
    String confirmed =
        again == null
            ? Terminal.ask("Erase " + name + " for ever? Type the name again: ", name)
            : again;
    if (!name.equals(confirmed)) {
      throw new ParameterException(
          spec.commandLine(), "nothing is erased: the names differ (expected: --yes=" + name + ")");
    }
    target
        .api(SERVICE)
        .post(ACCOUNTS + "/" + name + "/erase", UUID.randomUUID().toString(), Map.of());
    spec.commandLine()
        .getOut()
        .printf("%s: erased; the last copies go with retention and compaction%n", name);
    return 0;
  }
}
