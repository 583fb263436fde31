package isegoria.moderation.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.AdminAccount;
import isegoria.api.entity.Role;
import isegoria.api.view.AccountProfile;
import isegoria.api.view.AccountRenderer;
import isegoria.api.view.AccountSanctions;
import isegoria.moderation.write.sanction.Kind;
import java.util.List;
import java.util.Set;

/** Accounts as the client API's entities. */
public final class AccountEntities {

  private final AccountRenderer renderer;

  public AccountEntities(Origin origin) {
    this.renderer = new AccountRenderer(origin);
  }

  /** As everyone sees it. */
  Account shown(KnownAccount account, Set<Kind> inForce) {
    return renderer.render(account.profile(), account.counts(), sanctions(inForce));
  }

  /** As moderators see it. The address it signed up with is in no topic, so it is not here. */
  AdminAccount administered(KnownAccount account, Set<Kind> inForce) {
    AccountProfile profile = account.profile();
    AccountSanctions sanctions = sanctions(inForce);
    return new AdminAccount(
        Long.toString(profile.id()),
        profile.username(),
        null,
        profile.createdAt(),
        "",
        null,
        List.of(),
        "en",
        null,
        Role.named(profile.role()),
        true,
        true,
        sanctions.frozen(),
        false,
        sanctions.limited(),
        sanctions.suspended(),
        renderer.renderForModerators(profile, account.counts(), sanctions),
        null,
        null);
  }

  private static AccountSanctions sanctions(Set<Kind> inForce) {
    return new AccountSanctions(
        inForce.contains(Kind.LIMIT),
        inForce.contains(Kind.FREEZE),
        inForce.contains(Kind.SUSPEND));
  }
}
