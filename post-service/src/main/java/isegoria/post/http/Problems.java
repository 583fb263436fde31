package isegoria.post.http;

import isegoria.api.error.Problem;
import isegoria.edge.Refused;
import isegoria.post.write.engagement.EngagementRejection;
import isegoria.post.write.pins.PinsRejection;
import isegoria.post.write.post.PostRejection;

/** Every refusal of this service's rules as clients see it. */
final class Problems {

  private Problems() {}

  /** Somebody else's post is as good as none: nobody learns more by trying to change it. */
  static Refused of(PostRejection rejection) {
    return switch (rejection) {
      case PostRejection.NoSuchPost _ -> Refused.notFound();
      case PostRejection.IdTaken _ -> Refused.unavailable();
      case PostRejection.NotTheAuthor _ -> Refused.notFound();
      case PostRejection.UnderSanction _ -> new Refused(Problem.NOT_ALLOWED);
    };
  }

  static Refused of(EngagementRejection rejection) {
    return switch (rejection) {
      case EngagementRejection.NoSuchPost _ -> Refused.notFound();
      case EngagementRejection.Blocked _ -> Refused.notFound();
      case EngagementRejection.NotBoostable _ -> new Refused(Problem.NOT_ALLOWED);
    };
  }

  static Refused of(PinsRejection rejection) {
    return switch (rejection) {
      case PinsRejection.NoSuchPost _ -> Refused.notFound();
      case PinsRejection.NotTheAuthor _ -> Refused.invalid("Someone else's post cannot be pinned");
      case PinsRejection.NotPinnable _ ->
          Refused.invalid("Posts that are only for those they mention cannot be pinned");
      case PinsRejection.TooManyPins too ->
          Refused.invalid("No more than " + too.max() + " posts can be pinned");
    };
  }
}
