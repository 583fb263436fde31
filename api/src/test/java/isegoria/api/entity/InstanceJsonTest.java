package isegoria.api.entity;

import static isegoria.api.entity.GoldenJson.assertGolden;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Both forms of the instance; clients read them before anything else. */
final class InstanceJsonTest {

  private static final InstanceLimits LIMITS =
      new InstanceLimits(
          new InstanceLimits.Statuses(1_000, 4, 23),
          new InstanceLimits.MediaAttachments(List.of("image/png"), 1_500, 1, 2, 3, 60, 4),
          new InstanceLimits.Polls(4, 50, 300, 2_629_746));

  private static final List<Rule> RULES = List.of();

  @Test
  void the_form_of_older_clients() {
    assertGolden(
        "instance-v1",
        new InstanceV1(
            "is.example",
            "Isegoria",
            "short",
            "long",
            "a@is.example",
            "4.6.5+isegoria",
            new InstanceV1.Urls("wss://is.example"),
            new InstanceV1.Stats(3, 4, 1),
            null,
            List.of("en"),
            true,
            false,
            false,
            new InstanceV1.Configuration(new InstanceV1.Accounts(10), LIMITS),
            null,
            RULES,
            1_000,
            new InstanceV1.PollLimits(4, 50, 300, 2_629_746)));
  }

  @Test
  void the_current_form() {
    var access = new InstanceConfiguration.Access("public", "disabled");
    assertGolden(
        "instance-v2",
        new InstanceV2(
            "is.example",
            "Isegoria",
            "4.6.5+isegoria",
            "https://is.example/source",
            "long",
            null,
            new InstanceV2.Usage(new InstanceV2.Users(3)),
            new InstanceV2.Thumbnail("https://is.example/thumbnail.png", "", null, null),
            List.of(new InstanceV2.Icon("https://is.example/icon.png", "48x48")),
            List.of("en"),
            new InstanceConfiguration(
                new InstanceConfiguration.Urls(
                    "wss://is.example", null, "https://is.example/about", null, null),
                new InstanceConfiguration.Vapid("key"),
                new InstanceConfiguration.Accounts(30, 500, 1_500, 1_500, 10, 5, 4, 255, 255),
                LIMITS,
                new InstanceConfiguration.Translation(false),
                new InstanceConfiguration.TimelinesAccess(access, access, access),
                false),
            new InstanceV2.Registrations(true, false, null, null, null, null),
            new InstanceV2.ApiVersions(7),
            new InstanceV2.Contact("a@is.example", null),
            RULES));
  }
}
