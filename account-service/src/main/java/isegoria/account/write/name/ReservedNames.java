package isegoria.account.write.name;

import java.util.Locale;
import java.util.Set;

/** Names that no account may take: those of paths, of roles, and of the server itself. */
public final class ReservedNames {

  private static final Set<String> RESERVED =
      Set.of(
          "about",
          "abuse",
          "account",
          "accounts",
          "actor",
          "admin",
          "administration",
          "administrator",
          "api",
          "auth",
          "autoconfig",
          "billing",
          "contact",
          "everyone",
          "explore",
          "health",
          "help",
          "helpdesk",
          "home",
          "hostmaster",
          "info",
          "inbox",
          "instance",
          "internal",
          "isegoria",
          "legal",
          "local",
          "mail",
          "media",
          "mod",
          "moderation",
          "moderator",
          "moderators",
          "news",
          "nobody",
          "noreply",
          "no_reply",
          "notifications",
          "oauth",
          "official",
          "operator",
          "outbox",
          "owner",
          "policy",
          "postmaster",
          "press",
          "privacy",
          "public",
          "root",
          "rules",
          "security",
          "settings",
          "share",
          "staff",
          "support",
          "system",
          "tags",
          "team",
          "terms",
          "undefined",
          "webmaster",
          "www");

  private ReservedNames() {}

  public static boolean contains(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }
}
