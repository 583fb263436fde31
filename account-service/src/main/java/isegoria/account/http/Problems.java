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
import isegoria.account.write.tag.FollowedTagsRejection;
import isegoria.account.write.tag.FollowedTagsRejection.TooManyTags;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;

/** Every rejection of this service's rules as the error that clients know. */
final class Problems {

  private Problems() {}

  static ApiException of(AccountRejection rejection) {
    return switch (rejection) {
      case NotOpen _ -> ApiException.notFound();
      case AlreadyClosed _ -> ApiException.notFound();
      case IdTaken _ -> ApiException.unavailable();
    };
  }

  static ApiException of(FollowedTagsRejection rejection) {
    return switch (rejection) {
      case TooManyTags tooMany ->
          ApiException.invalid("You cannot follow more than " + tooMany.max() + " tags");
    };
  }

  static ApiException of(RelationshipRejection rejection) {
    return switch (rejection) {
      case TargetBlocked _ -> new ApiException(Problem.NOT_ALLOWED);
      case BlockedByTarget _ -> new ApiException(Problem.NOT_ALLOWED);
      case TargetGone _ -> new ApiException(Problem.NOT_ALLOWED);
      case NoRequest _ -> ApiException.notFound();
    };
  }
}
