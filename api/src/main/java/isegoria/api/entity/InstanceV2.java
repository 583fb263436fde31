package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This server: who runs it, what it allows, where things are. */
@SnakeCase
public record InstanceV2(
    String domain,
    String title,
    String version,
    String sourceUrl,
    String description,
    @Nullable String wrapstodon,
    Usage usage,
    Thumbnail thumbnail,
    List<Icon> icon,
    List<String> languages,
    InstanceConfiguration configuration,
    Registrations registrations,
    ApiVersions apiVersions,
    Contact contact,
    List<Rule> rules) {
  /** How much it is used. */
  @SnakeCase
  public record Usage(Users users) {}

  /** People. */
  @SnakeCase
  public record Users(long activeMonth) {}

  /** A picture of this server. */
  @SnakeCase
  public record Thumbnail(
      String url,
      @JsonInclude(NON_NULL) @Nullable String description,
      @JsonInclude(NON_NULL) @Nullable String blurhash,
      @JsonInclude(NON_NULL) @Nullable Versions versions) {}

  /** The picture by density. */
  @SnakeCase
  public record Versions(
      @JsonInclude(NON_NULL) @JsonProperty("@1x") @Nullable String single,
      @JsonInclude(NON_NULL) @JsonProperty("@2x") @Nullable String twice) {}

  /** An icon in one size, as in {@code 48x48}. */
  @SnakeCase
  public record Icon(String src, String size) {}

  /** Who can sign up. */
  @SnakeCase
  public record Registrations(
      boolean enabled,
      boolean approvalRequired,
      @Nullable Boolean reasonRequired,
      @Nullable String message,
      @Nullable Integer minAge,
      @Nullable String url) {}

  /** Which additions to the API clients may expect. */
  @SnakeCase
  public record ApiVersions(int mastodon) {}

  /** Whom to write to. */
  @SnakeCase
  public record Contact(String email, @Nullable Account account) {}
}
