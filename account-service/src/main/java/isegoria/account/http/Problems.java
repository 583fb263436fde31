package isegoria.account.http;

import isegoria.account.write.account.AccountRejection;
import isegoria.account.write.account.AccountRejection.AlreadyClosed;
import isegoria.account.write.account.AccountRejection.IdTaken;
import isegoria.account.write.account.AccountRejection.NotOpen;
import isegoria.account.write.relationship.RelationshipRejection;
import isegoria.account.write.relationship.RelationshipRejection.BlockedByTarget;
import isegoria.account.write.relationship.RelationshipRejection.NoRequest;
import isegoria.account.write.relationship.RelationshipRejection.TargetBlocked;
import isegoria.account.write.relationship.RelationshipRejection.TargetGone;
import isegoria.api.error.Problem;
import isegoria.edge.Refused;

/** Every refusal of a rule, as clients know it. */
final class Problems {

  private Problems() {}

  static Refused of(AccountRejection rejection) {
    return switch (rejection) {
      case NotOpen _ -> Refused.notFound();
      case AlreadyClosed _ -> Refused.notFound();
      case IdTaken _ -> Refused.unavailable();
    };
  }

  static Refused of(RelationshipRejection rejection) {
    return switch (rejection) {
      case TargetBlocked _ -> new Refused(Problem.NOT_ALLOWED);
      case BlockedByTarget _ -> new Refused(Problem.NOT_ALLOWED);
      case TargetGone _ -> new Refused(Problem.NOT_ALLOWED);
      case NoRequest _ -> Refused.notFound();
    };
  }
}
