package isegoria.gateway.instance;

import static isegoria.gateway.instance.Bounds.API_VERSION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instance entity in its two versions. Pure: profile and rules in, JSON tree out. */
final class InstanceEntities {
  private final Profile profile;

  InstanceEntities(Profile profile) {
    this.profile = profile;
  }

  Map<String, @Nullable Object> v2(List<?> rules) {
    return object(
        "domain", profile.domain(),
        "title", profile.title(),
        "version", profile.version(),
        "source_url", profile.sourceUrl(),
        "description", profile.description(),
        "wrapstodon", null,
        "usage", Map.of("users", Map.of("active_month", 0)),
        "thumbnail",
            object("url", thumbnail(), "description", "", "blurhash", null, "versions", Map.of()),
        "icon", List.of(),
        "languages", profile.languages(),
        "configuration", configurationV2(),
        "registrations", registrations(),
        "api_versions", Map.of("mastodon", API_VERSION),
        "contact", object("email", profile.contactEmail(), "account", null),
        "rules", rules);
  }

  Map<String, @Nullable Object> v1(List<?> rules) {
    return object(
        "uri", profile.domain(),
        "title", profile.title(),
        "short_description", profile.description(),
        "description", profile.description(),
        "email", profile.contactEmail(),
        "version", profile.version(),
        "urls", Map.of("streaming_api", profile.streamingUrl()),
        "stats", object("user_count", 0, "status_count", 0, "domain_count", 1),
        "thumbnail", thumbnail(),
        "languages", profile.languages(),
        "registrations", profile.registrationsOpen(),
        "approval_required", false,
        "invites_enabled", false,
        "configuration", configuration(),
        "contact_account", null,
        "rules", rules);
  }

  private Map<String, @Nullable Object> configuration() {
    return object(
        "accounts", object("max_featured_tags", Bounds.FEATURED_TAGS_MAX),
        "statuses",
            object(
                "max_characters", Bounds.POST_CHARACTERS_MAX,
                "max_media_attachments", Bounds.ATTACHMENTS_MAX,
                "characters_reserved_per_url", Bounds.URL_CHARACTERS),
        "media_attachments", mediaAttachments(),
        "polls",
            object(
                "max_options", Bounds.POLL_OPTIONS_MAX,
                "max_characters_per_option", Bounds.POLL_OPTION_CHARACTERS_MAX,
                "min_expiration", Bounds.POLL_SECONDS_MIN,
                "max_expiration", Bounds.POLL_SECONDS_MAX));
  }

  private Map<String, @Nullable Object> configurationV2() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put(
        "urls",
        object(
            "streaming", profile.streamingUrl(),
            "status", null,
            "about", profile.url("/about"),
            "privacy_policy", null,
            "terms_of_service", null));
    all.put("vapid", Map.of("public_key", ""));
    all.putAll(configuration());
    all.put("accounts", accounts());
    all.put("translation", Map.of("enabled", false));
    all.put(
        "timelines_access",
        object(
            "live_feeds", object("local", "public", "remote", "public"),
            "hashtag_feeds", object("local", "public", "remote", "public"),
            "trending_link_feeds", object("local", "public", "remote", "public")));
    all.put("limited_federation", true);
    return all;
  }

  private static Map<String, @Nullable Object> accounts() {
    return object(
        "max_display_name_length", Bounds.DISPLAY_NAME_MAX,
        "max_note_length", Bounds.NOTE_MAX,
        "max_avatar_description_length", Bounds.DESCRIPTION_MAX,
        "max_header_description_length", Bounds.DESCRIPTION_MAX,
        "max_featured_tags", Bounds.FEATURED_TAGS_MAX,
        "max_pinned_statuses", Bounds.PINS_MAX,
        "max_profile_fields", Bounds.FIELDS_MAX,
        "profile_field_name_limit", Bounds.FIELD_CHARACTERS_MAX,
        "profile_field_value_limit", Bounds.FIELD_CHARACTERS_MAX);
  }

  private static Map<String, @Nullable Object> mediaAttachments() {
    return object(
        "supported_mime_types", List.of(),
        "description_limit", Bounds.DESCRIPTION_MAX,
        "image_size_limit", Bounds.IMAGE_BYTES_MAX,
        "image_matrix_limit", Bounds.IMAGE_PIXELS_MAX,
        "video_size_limit", Bounds.VIDEO_BYTES_MAX,
        "video_frame_rate_limit", Bounds.VIDEO_FRAMES_PER_SECOND_MAX,
        "video_matrix_limit", Bounds.VIDEO_PIXELS_MAX);
  }

  private Map<String, @Nullable Object> registrations() {
    return object(
        "enabled",
        profile.registrationsOpen(),
        "approval_required",
        false,
        "message",
        null,
        "min_age",
        null,
        "reason_required",
        false,
        "url",
        null);
  }

  private String thumbnail() {
    return profile.url("/headers/original/missing.png");
  }

  /** Names and values in turn, in the order in which clients' authors read them. */
  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }
}
