package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This server, as older clients ask for it; the last two keys are read by some of them. */
@SnakeCase
public record InstanceV1(
    String uri,
    String title,
    String shortDescription,
    String description,
    String email,
    String version,
    Urls urls,
    Stats stats,
    @Nullable String thumbnail,
    List<String> languages,
    boolean registrations,
    boolean approvalRequired,
    boolean invitesEnabled,
    Configuration configuration,
    @Nullable Account contactAccount,
    List<Rule> rules,
    int maxTootChars,
    PollLimits pollLimits) {
  /** Where to stream from. */
  @SnakeCase
  public record Urls(String streamingApi) {}

  /** How big this server is. */
  @SnakeCase
  public record Stats(long userCount, long statusCount, long domainCount) {}

  /** Every bound a client should respect. */
  @SnakeCase
  public record Configuration(Accounts accounts, @JsonUnwrapped InstanceLimits limits) {}

  /** Bounds of an account. */
  @SnakeCase
  public record Accounts(int maxFeaturedTags) {}

  /** Bounds of a poll under their older names. */
  @SnakeCase
  public record PollLimits(
      int maxOptions, int maxOptionChars, long minExpiration, long maxExpiration) {}
}
