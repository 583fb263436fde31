package isegoria.api.entity;

import isegoria.api.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Entities with names: ana's account and her post, as strangers see them. */
final class Samples {

  static final Origin ORIGIN = new Origin("https://is.example/");
  static final Instant NOON = Instant.parse("2026-08-08T12:05:00.123456Z");

  static final Account ANA =
      Account.local("109000000000000001", "ana", ORIGIN)
          .displayName("Ana <3")
          .note("<p>Hello</p>")
          .fields(List.of(new Field("site", "<a>x</a>", null)))
          .createdAt(NOON)
          .posts(3, LocalDate.of(2026, 8, 8))
          .follows(2, 1)
          .build();

  static final Account BO = Account.local("109000000000000002", "bo", ORIGIN).build();

  static final Status HELLO = hello().build();

  private Samples() {}

  static StatusBuilder hello() {
    return Status.by(ANA, "116000000000000001", ORIGIN)
        .createdAt(NOON)
        .content("<p>Hello</p>")
        .language("en")
        .tags(List.of(new StatusTag("cat", ORIGIN.tag("cat"))))
        .mentions(
            List.of(new StatusMention("109000000000000002", "bo", ORIGIN.profile("bo"), "bo")))
        .counts(1, 2, 3);
  }
}
