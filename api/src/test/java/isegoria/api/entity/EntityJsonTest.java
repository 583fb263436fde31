package isegoria.api.entity;

import static isegoria.api.entity.GoldenJson.assertGolden;
import static isegoria.api.entity.Samples.ANA;
import static isegoria.api.entity.Samples.BO;
import static isegoria.api.entity.Samples.HELLO;
import static isegoria.api.entity.Samples.NOON;
import static isegoria.api.entity.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.api.Timestamps;
import isegoria.api.view.AccountSanctions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each entity against a file with exactly the keys clients read. */
final class EntityJsonTest {

  private static final Instant MILLIS = Instant.parse("2026-08-08T12:05:00.120Z");

  @Test
  void accounts() {
    assertGolden("account", ANA);
    assertGolden("account-suspended", Samples.ana(new AccountSanctions(false, false, true)));
    assertGolden("account-limited", Samples.ana(new AccountSanctions(true, false, false)));
    var source =
        new CredentialAccount.Source(
            List.of(),
            "Hello",
            List.of(),
            Visibility.PUBLIC,
            false,
            "",
            0,
            false,
            null,
            false,
            "nobody");
    assertGolden("credential-account", new CredentialAccount(ANA, source, Role.USER));
    assertGolden("muted-account", new MutedAccount(BO, MILLIS));
    assertGolden("muted-account-without-end", new MutedAccount(BO, null));
    assertGolden("relationship", Relationship.none("2"));
  }

  @Test
  void statuses() {
    ViewerMarks pinned = new ViewerMarks(true, false, false, true, true);
    String json = ApiJson.write(HELLO);
    assertThat(ApiJson.write(Samples.hello(ViewerMarks.NONE)))
        .contains("\"favourited\":false", "\"filtered\":[]")
        .doesNotContain("pinned");
    assertThat(json).doesNotContain("favourited\"", "\"bookmarked\"", "\"muted\"", "filtered");
    assertGoldenKeys("status", HELLO);
    assertGoldenKeys("status-for-its-author", Samples.hello(pinned));
    assertGoldenKeys("status-boost", Samples.BOOST);
    assertGoldenKeys("context", new Context(List.of(HELLO), List.of()));
    assertGolden("status-source", new StatusSource("1", "Hello", ""));
    assertGoldenKeys(
        "status-edit",
        new StatusEdit("<p>H</p>", "", false, NOON, ANA, null, List.of(), List.of(), null));
  }

  @Test
  void apps() {
    var app =
        new Application(
            "1",
            "toot",
            null,
            List.of("read"),
            List.of("urn:ietf:wg:oauth:2.0:oob"),
            "urn:ietf:wg:oauth:2.0:oob",
            "key");
    assertGolden("application", app);
    assertGolden("credential-application", new CredentialApplication(app, "id", "secret", 0));
    assertGolden("token", Token.bearer("abc", "read write", 1_786_190_700));
    assertThat(new CredentialApplication(app, "id", "hush", 0).toString()).doesNotContain("hush");
    assertThat(Token.bearer("hush", "read", 0).toString()).doesNotContain("hush");
  }

  @Test
  void the_rest() {
    var option = new Poll.Option("yes", null);
    assertGolden(
        "poll",
        new Poll("1", MILLIS, false, false, 0, null, List.of(option), List.of(), null, null));
    assertGolden(
        "media-attachment",
        new MediaAttachment(
            "1", "image", "https://m/1", "https://m/1s", null, null, null, Map.of(), null, null));
    assertGolden("rule", new Rule("1", "Be kind", "", Map.of()));
    assertGolden(
        "preferences",
        new Preferences(Visibility.PUBLIC, false, null, "public", "default", false, false));
    assertGolden("search", new Search(List.of(BO), List.of(), List.of()));
    assertGolden(
        "tag",
        new Tag("1", "cat", ORIGIN.tag("cat"), List.of(new Tag.Day("0", "1", "1")), true, null));
    assertGolden(
        "report",
        new Report(
            "1",
            false,
            null,
            ReportCategory.SPAM,
            "",
            false,
            MILLIS,
            List.of("2"),
            null,
            null,
            BO));
    assertGolden("marker", new Marker("116000000000000001", 1, MILLIS));
    assertGolden(
        "notification", new Notification("1", "follow", "ungrouped-1", MILLIS, BO, null, null));
  }

  @Test
  void times_have_exactly_three_decimals() {
    assertThat(Timestamps.render(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(Timestamps.render(NOON)).isEqualTo("2026-08-08T12:05:00.123Z");
  }

  @Test
  void words_of_enumerations_are_lower_case() {
    assertThat(Visibility.of("direct")).contains(Visibility.DIRECT);
    assertThat(Visibility.of("DIRECT")).isEmpty();
    assertThat(Visibility.of("everyone")).isEmpty();
  }

  /** For entities with microseconds inside, which JSON cuts. */
  private static void assertGoldenKeys(String name, Object entity) {
    assertGolden(name, ApiJson.read(ApiJson.write(entity), entity.getClass()));
  }
}
