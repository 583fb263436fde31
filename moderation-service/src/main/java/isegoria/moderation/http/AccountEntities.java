package isegoria.moderation.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.AccountBuilder;
import isegoria.api.entity.AccountRole;
import isegoria.api.entity.AdminAccount;
import isegoria.api.entity.Field;
import isegoria.api.entity.Role;
import isegoria.api.text.NoteHtml;
import isegoria.moderation.read.account.AccountView;
import isegoria.moderation.read.account.Counts;
import isegoria.moderation.read.account.Profile;
import isegoria.moderation.write.sanction.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Views of accounts as the client API's entities. */
public final class AccountEntities {

  private final Origin origin;

  public AccountEntities(Origin origin) {
    this.origin = origin;
  }

  /** As everybody sees it: of a suspended account only that it is. */
  Account shown(AccountView view, Set<Kind> inForce) {
    Profile profile = view.profile();
    if (inForce.contains(Kind.SUSPEND)) {
      return Account.local(profile.id().toString(), profile.username(), origin)
          .createdAt(profile.createdAt())
          .suspended(true)
          .build();
    }
    return full(view, inForce);
  }

  /** As moderators see it. The address it signed up with is in no topic, so it is not here. */
  AdminAccount administered(AccountView view, Set<Kind> inForce) {
    Profile profile = view.profile();
    return new AdminAccount(
        profile.id().toString(),
        profile.username(),
        null,
        profile.createdAt(),
        "",
        null,
        List.of(),
        "en",
        null,
        role(profile),
        true,
        true,
        inForce.contains(Kind.FREEZE),
        false,
        inForce.contains(Kind.LIMIT),
        inForce.contains(Kind.SUSPEND),
        full(view, inForce),
        null,
        null);
  }

  private Account full(AccountView view, Set<Kind> inForce) {
    Profile profile = view.profile();
    Counts counts = view.counts();
    AccountBuilder account =
        Account.local(profile.id().toString(), profile.username(), origin)
            .displayName(profile.displayName())
            .note(NoteHtml.note(profile.note(), Map.of(), origin))
            .fields(profile.rows().stream().map(this::field).toList())
            .locked(profile.locked())
            .bot(profile.bot())
            .discoverable(profile.discoverable())
            .indexable(profile.indexable())
            .hideCollections(profile.hideCollections())
            .roles(badges(profile))
            .createdAt(profile.createdAt())
            .follows(counts.followers(), counts.following())
            .posts(counts.posts(), day(counts.lastPostAt()))
            .limited(inForce.contains(Kind.LIMIT))
            .suspended(inForce.contains(Kind.SUSPEND));
    if (!profile.avatar().isEmpty()) {
      account.avatar(origin.at(profile.avatar()), "");
    }
    if (!profile.header().isEmpty()) {
      account.header(origin.at(profile.header()), "");
    }
    return account.build();
  }

  private Field field(Profile.Row row) {
    return new Field(row.name(), NoteHtml.field(row.value(), Map.of(), origin), null);
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  static Role role(Profile profile) {
    return Role.named(profile.authority().name().toLowerCase(Locale.ROOT));
  }

  private static List<AccountRole> badges(Profile profile) {
    Role role = role(profile);
    return role.highlighted()
        ? List.of(new AccountRole(role.id(), role.name(), role.color()))
        : List.of();
  }
}
