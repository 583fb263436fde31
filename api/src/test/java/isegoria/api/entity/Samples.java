package isegoria.api.entity;

import isegoria.api.Origin;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.api.view.AccountRenderer;
import isegoria.api.view.AccountSanctions;
import isegoria.api.view.BoostContent;
import isegoria.api.view.PostContent;
import isegoria.api.view.PostCounts;
import isegoria.api.view.StatusRenderer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities with names, as every service renders them: ana's account, her post, bo's boost. */
final class Samples {

  static final Origin ORIGIN = new Origin("https://is.example/");
  static final Instant NOON = Instant.parse("2026-08-08T12:05:00.123456Z");

  private static final AccountRenderer ACCOUNTS = new AccountRenderer(ORIGIN);
  private static final StatusRenderer STATUSES = new StatusRenderer(ORIGIN);

  static final Account ANA = ana(AccountSanctions.NONE);

  static final Account BO = Account.local("109000000000000002", "bo", ORIGIN).build();

  static final Status HELLO = hello(null);

  static final Status BOOST =
      STATUSES.render(
          new BoostContent(116_000_000_000_000_002L, Visibility.PUBLIC, NOON), BO, HELLO, null);

  private Samples() {}

  static Account ana(AccountSanctions sanctions) {
    return ACCOUNTS.render(
        new AccountProfile(
            109_000_000_000_000_001L,
            "ana",
            "Ana <3",
            "Hello",
            List.of(new AccountProfile.Field("site", "https://ana.example")),
            "/media/ana.png",
            "",
            true,
            false,
            true,
            true,
            null,
            "moderator",
            NOON),
        new AccountCounts(2, 1, 3, NOON),
        sanctions);
  }

  static Status hello(@Nullable ViewerMarks marks) {
    return STATUSES.render(
        new PostContent(
            116_000_000_000_000_001L,
            "Hello @bo #cat",
            "",
            false,
            Visibility.PUBLIC,
            "en",
            null,
            null,
            List.of(new PostContent.Mentioned(109_000_000_000_000_002L, "bo")),
            List.of("cat"),
            new StatusApplication("toot", null),
            1,
            NOON,
            null),
        ANA,
        new PostCounts(2, 1, 3),
        marks);
  }
}
