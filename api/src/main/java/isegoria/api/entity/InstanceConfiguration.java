package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** Every bound and switch a client should respect. */
@SnakeCase
public record InstanceConfiguration(
    Urls urls,
    Vapid vapid,
    Accounts accounts,
    @JsonUnwrapped InstanceLimits limits,
    Translation translation,
    TimelinesAccess timelinesAccess,
    boolean limitedFederation) {
  /** Where other things are. */
  @SnakeCase
  public record Urls(
      String streaming,
      @Nullable String status,
      String about,
      @Nullable String privacyPolicy,
      @Nullable String termsOfService) {}

  /** The key for Web Push. */
  @SnakeCase
  public record Vapid(String publicKey) {}

  /** Bounds of an account. */
  @SnakeCase
  public record Accounts(
      int maxDisplayNameLength,
      int maxNoteLength,
      int maxAvatarDescriptionLength,
      int maxHeaderDescriptionLength,
      int maxFeaturedTags,
      int maxPinnedStatuses,
      int maxProfileFields,
      int profileFieldNameLimit,
      int profileFieldValueLimit) {}

  /** Whether posts can be translated. */
  @SnakeCase
  public record Translation(boolean enabled) {}

  /** Who may read which feed. */
  @SnakeCase
  public record TimelinesAccess(Access liveFeeds, Access hashtagFeeds, Access trendingLinkFeeds) {}

  /** One of {@code public}, {@code authenticated}, {@code disabled} each. */
  @SnakeCase
  public record Access(String local, String remote) {}
}
