package isegoria.api.entity;

import java.util.List;

/** What a post, an upload and a poll may be: shared by both forms of the instance. */
@SnakeCase
public record InstanceLimits(Statuses statuses, MediaAttachments mediaAttachments, Polls polls) {
  /** Bounds of a post. */
  @SnakeCase
  public record Statuses(
      int maxCharacters, int maxMediaAttachments, int charactersReservedPerUrl) {}

  /** Bounds of an upload; sizes are bytes, matrices are pixels. */
  @SnakeCase
  public record MediaAttachments(
      List<String> supportedMimeTypes,
      int descriptionLimit,
      long imageSizeLimit,
      long imageMatrixLimit,
      long videoSizeLimit,
      int videoFrameRateLimit,
      long videoMatrixLimit) {}

  /** Bounds of a poll; expirations are seconds. */
  @SnakeCase
  public record Polls(
      int maxOptions, int maxCharactersPerOption, long minExpiration, long maxExpiration) {}
}
