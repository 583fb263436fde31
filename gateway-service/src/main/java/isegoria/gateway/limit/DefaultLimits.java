package isegoria.gateway.limit;

import isegoria.gateway.auth.Caller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/** Which limits a request counts against: a pure function of what it asks and who asks. */
final class DefaultLimits {
  /** One count: a limit and whom it is counted for. */
  record Charge(Limit limit, String subject) {}

  /** What of a request decides its limits. {@code countAddress} is false for exempt addresses. */
  record Asked(
      HttpMethod method,
      String path,
      Set<String> parameters,
      Caller caller,
      String address,
      boolean countAddress) {}

  private static final Set<String> PAGING = Set.of("max_id", "min_id", "since_id", "page");
  private static final Pattern DELETES = Pattern.compile("/api/v1/statuses/[^/]+");
  private static final Pattern UNBOOSTS = Pattern.compile("/api/v1/statuses/[^/]+/unreblog");
  private static final Pattern UPLOADS = Pattern.compile("/api/v[12]/media");

  private DefaultLimits() {}

  static boolean covers(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/oauth/")
        || path.startsWith("/auth/")
        || path.equals("/.well-known/webfinger");
  }

  static List<Charge> of(Asked asked) {
    List<Charge> charges = new ArrayList<>();
    switch (asked.caller()) {
      case Caller.Bearer bearer -> addForCaller(asked, bearer, charges);
      case Caller.Anonymous _ -> addForAddress(asked, charges);
    }
    if (asked.countAddress() && HttpMethod.POST.equals(asked.method())) {
      switch (asked.path()) {
        case "/api/v1/accounts" -> charges.add(new Charge(Limit.SIGN_UP, asked.address()));
        case "/api/v1/apps" -> charges.add(new Charge(Limit.APP, asked.address()));
        case "/oauth/token", "/auth/sign_in" ->
            charges.add(new Charge(Limit.LOG_IN, asked.address()));
        default -> {}
      }
    }
    return charges;
  }

  /** All limits that some request to a path counts against: for people who read the table. */
  static Set<Limit> reachableAt(String path) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
      for (Caller caller :
          List.of(new Caller.Anonymous(), new Caller.Bearer("sid", "account", "jwt"))) {
        of(new Asked(method, path, Set.of(), caller, "address", true))
            .forEach(charge -> limits.add(charge.limit()));
      }
    }
    return limits;
  }

  private static void addForCaller(Asked asked, Caller.Bearer bearer, List<Charge> charges) {
    String account = bearer.accountId();
    String subject = account == null ? bearer.sid() : account;
    charges.add(new Charge(Limit.TOKEN, bearer.sid()));
    if (account != null) {
      charges.add(new Charge(Limit.USER, account));
    }
    if (pages(asked)) {
      charges.add(new Charge(Limit.PAGING, subject));
    }
    if (deletes(asked)) {
      charges.add(new Charge(Limit.DELETE, subject));
    }
    if (HttpMethod.POST.equals(asked.method()) && UPLOADS.matcher(asked.path()).matches()) {
      charges.add(new Charge(Limit.MEDIA, subject));
    }
  }

  private static void addForAddress(Asked asked, List<Charge> charges) {
    if (asked.countAddress()) {
      charges.add(new Charge(Limit.ADDRESS, asked.address()));
      if (pages(asked)) {
        charges.add(new Charge(Limit.PAGING, asked.address()));
      }
    }
  }

  private static boolean pages(Asked asked) {
    return asked.parameters().stream().anyMatch(PAGING::contains);
  }

  private static boolean deletes(Asked asked) {
    return (HttpMethod.DELETE.equals(asked.method()) && DELETES.matcher(asked.path()).matches())
        || (HttpMethod.POST.equals(asked.method()) && UNBOOSTS.matcher(asked.path()).matches());
  }
}
