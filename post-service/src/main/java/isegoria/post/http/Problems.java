package isegoria.post.http;

import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.post.write.engagement.EngagementRejection;
import isegoria.post.write.pins.PinsRejection;
import isegoria.post.write.post.PostRejection;

/** Every rejection of this service's rules as the error that clients know. */
final class Problems {

  private Problems() {}

  /** Another author's post is 404: an attempt to change it discloses nothing. */
  static ApiException of(PostRejection rejection) {
    return switch (rejection) {
      case PostRejection.NoSuchPost _ -> ApiException.notFound();
      case PostRejection.IdTaken _ -> ApiException.unavailable();
      case PostRejection.NotTheAuthor _ -> ApiException.notFound();
      case PostRejection.UnderSanction _ -> new ApiException(Problem.NOT_ALLOWED);
    };
  }

  static ApiException of(EngagementRejection rejection) {
    return switch (rejection) {
      case EngagementRejection.NoSuchPost _ -> ApiException.notFound();
      case EngagementRejection.Blocked _ -> ApiException.notFound();
      case EngagementRejection.NotBoostable _ -> new ApiException(Problem.NOT_ALLOWED);
    };
  }

  static ApiException of(PinsRejection rejection) {
    return switch (rejection) {
      case PinsRejection.NoSuchPost _ -> ApiException.notFound();
      case PinsRejection.NotTheAuthor _ ->
          ApiException.invalid("Someone else's post cannot be pinned");
      case PinsRejection.NotPinnable _ ->
          ApiException.invalid("Posts that are only for those they mention cannot be pinned");
      case PinsRejection.TooManyPins too ->
          ApiException.invalid("No more than " + too.max() + " posts can be pinned");
    };
  }
}
