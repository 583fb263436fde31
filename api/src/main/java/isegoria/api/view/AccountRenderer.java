package isegoria.api.view;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.AccountBuilder;
import isegoria.api.entity.AccountRole;
import isegoria.api.entity.Field;
import isegoria.api.entity.Role;
import isegoria.api.text.MentionTarget;
import isegoria.api.text.NoteHtml;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows an account as the client API's entity, by the same rules in every service. */
public final class AccountRenderer {

  /** A mention in a profile is text: it links to no account. */
  private static final Map<String, MentionTarget> NO_MENTIONS = Map.of();

  private final Origin origin;

  public AccountRenderer(Origin origin) {
    this.origin = origin;
  }

  /** As everyone sees it: a suspended account shows its name, its age and its counts, no words. */
  public Account render(AccountProfile profile, AccountCounts counts, AccountSanctions sanctions) {
    return sanctions.suspended()
        ? identity(profile, counts, sanctions).build()
        : full(profile, counts, sanctions);
  }

  /** As moderators see it: in full, even while it is suspended. */
  public Account renderForModerators(
      AccountProfile profile, AccountCounts counts, AccountSanctions sanctions) {
    return full(profile, counts, sanctions);
  }

  private AccountBuilder identity(
      AccountProfile profile, AccountCounts counts, AccountSanctions sanctions) {
    return Account.local(Long.toString(profile.id()), profile.username(), origin)
        .createdAt(profile.createdAt())
        .follows(counts.followers(), counts.following())
        .posts(counts.posts(), day(counts.lastPostAt()))
        .limited(sanctions.limited())
        .suspended(sanctions.suspended());
  }

  private Account full(AccountProfile profile, AccountCounts counts, AccountSanctions sanctions) {
    AccountBuilder account =
        identity(profile, counts, sanctions)
            .displayName(profile.displayName())
            .note(NoteHtml.note(profile.note(), NO_MENTIONS, origin))
            .fields(profile.fields().stream().map(this::field).toList())
            .locked(profile.locked())
            .bot(profile.bot())
            .discoverable(profile.discoverable())
            .indexable(profile.indexable())
            .hideCollections(profile.hideCollections())
            .roles(badges(Role.named(profile.role())));
    if (!profile.avatar().isEmpty()) {
      account.avatar(address(profile.avatar()), "");
    }
    if (!profile.header().isEmpty()) {
      account.header(address(profile.header()), "");
    }
    return account.build();
  }

  private Field field(AccountProfile.Field field) {
    return new Field(field.name(), NoteHtml.field(field.value(), NO_MENTIONS, origin), null);
  }

  private String address(String path) {
    return path.startsWith("/") ? origin.at(path) : path;
  }

  private static List<AccountRole> badges(Role role) {
    return role.highlighted()
        ? List.of(new AccountRole(role.id(), role.name(), role.color()))
        : List.of();
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
