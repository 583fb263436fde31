package isegoria.gateway.instance;

import isegoria.api.entity.InstanceConfiguration;
import isegoria.api.entity.InstanceLimits;
import isegoria.api.entity.InstanceV1;
import isegoria.api.entity.InstanceV2;
import isegoria.api.entity.Rule;
import java.util.List;

/** The instance entity in its two forms. Pure: profile and rules in, entity out. */
final class InstanceEntities {
  private final Profile profile;

  InstanceEntities(Profile profile) {
    this.profile = profile;
  }

  InstanceV2 v2(List<Rule> rules) {
    return new InstanceV2(
        profile.domain(),
        profile.title(),
        profile.version(),
        profile.sourceUrl(),
        profile.description(),
        null,
        new InstanceV2.Usage(new InstanceV2.Users(0)),
        new InstanceV2.Thumbnail(thumbnail(), null, null, null),
        List.of(),
        profile.languages(),
        configuration(),
        new InstanceV2.Registrations(profile.registrationsOpen(), false, false, null, null, null),
        new InstanceV2.ApiVersions(Bounds.API_VERSION),
        new InstanceV2.Contact(profile.contactEmail(), null),
        rules);
  }

  InstanceV1 v1(List<Rule> rules) {
    return new InstanceV1(
        profile.domain(),
        profile.title(),
        profile.description(),
        profile.description(),
        profile.contactEmail(),
        profile.version(),
        new InstanceV1.Urls(profile.streamingUrl()),
        new InstanceV1.Stats(0, 0, 1),
        thumbnail(),
        profile.languages(),
        profile.registrationsOpen(),
        false,
        false,
        new InstanceV1.Configuration(new InstanceV1.Accounts(Bounds.FEATURED_TAGS_MAX), limits()),
        null,
        rules,
        Bounds.POST_CHARACTERS_MAX,
        new InstanceV1.PollLimits(
            Bounds.POLL_OPTIONS_MAX,
            Bounds.POLL_OPTION_CHARACTERS_MAX,
            Bounds.POLL_SECONDS_MIN,
            Bounds.POLL_SECONDS_MAX));
  }

  private InstanceConfiguration configuration() {
    var open = new InstanceConfiguration.Access("public", "public");
    return new InstanceConfiguration(
        new InstanceConfiguration.Urls(
            profile.streamingUrl(), null, profile.url("/about"), null, null),
        new InstanceConfiguration.Vapid(""),
        accounts(),
        limits(),
        new InstanceConfiguration.Translation(false),
        new InstanceConfiguration.TimelinesAccess(open, open, open),
        true);
  }

  private static InstanceConfiguration.Accounts accounts() {
    return new InstanceConfiguration.Accounts(
        Bounds.DISPLAY_NAME_MAX,
        Bounds.NOTE_MAX,
        Bounds.DESCRIPTION_MAX,
        Bounds.DESCRIPTION_MAX,
        Bounds.FEATURED_TAGS_MAX,
        Bounds.PINS_MAX,
        Bounds.FIELDS_MAX,
        Bounds.FIELD_CHARACTERS_MAX,
        Bounds.FIELD_CHARACTERS_MAX);
  }

  /** No media types: nothing can be uploaded yet, and clients hide what is not listed. */
  private static InstanceLimits limits() {
    return new InstanceLimits(
        new InstanceLimits.Statuses(
            Bounds.POST_CHARACTERS_MAX, Bounds.ATTACHMENTS_MAX, Bounds.URL_CHARACTERS),
        new InstanceLimits.MediaAttachments(
            List.of(),
            Bounds.DESCRIPTION_MAX,
            Bounds.IMAGE_BYTES_MAX,
            Bounds.IMAGE_PIXELS_MAX,
            Bounds.VIDEO_BYTES_MAX,
            Bounds.VIDEO_FRAMES_PER_SECOND_MAX,
            Bounds.VIDEO_PIXELS_MAX),
        new InstanceLimits.Polls(
            Bounds.POLL_OPTIONS_MAX,
            Bounds.POLL_OPTION_CHARACTERS_MAX,
            Bounds.POLL_SECONDS_MIN,
            Bounds.POLL_SECONDS_MAX));
  }

  private String thumbnail() {
    return profile.url("/headers/original/missing.png");
  }
}
