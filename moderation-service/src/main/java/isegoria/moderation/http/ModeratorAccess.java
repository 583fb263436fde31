package isegoria.moderation.http;

import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.Role;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.sanction.Kind;
import java.util.Set;

/** Who may act here: an account with the scope and the role, and without a sanction of its own. */
public final class ModeratorAccess {

  private final ModerationQueries records;

  public ModeratorAccess(ModerationQueries records) {
    this.records = records;
  }

  /** An account that may moderate now. */
  Moderator moderator(Viewer viewer, String scope) {
    AccountId id = viewer.require(Role.MODERATOR, scope);
    requireFree(id);
    return new Moderator(id, authority(viewer.role()));
  }

  /** An account that may report now. */
  AccountId reporter(Viewer viewer) {
    AccountId id = viewer.require("write:reports");
    requireFree(id);
    return id;
  }

  private void requireFree(AccountId id) {
    Set<Kind> inForce = records.kindsInForce(id);
    if (inForce.contains(Kind.FREEZE) || inForce.contains(Kind.SUSPEND)) {
      throw new ApiException(Problem.LOGIN_DISABLED);
    }
  }

  private static Authority authority(Role role) {
    return switch (role) {
      case USER -> Authority.USER;
      case MODERATOR -> Authority.MODERATOR;
      case ADMIN -> Authority.ADMIN;
    };
  }
}
