package isegoria.tests.sweep;

import static isegoria.tests.sweep.MarkKind.DIRECT_WORDS;
import static isegoria.tests.sweep.MarkKind.E_MAIL;
import static isegoria.tests.sweep.MarkKind.FOLLOWERS_WORDS;
import static isegoria.tests.sweep.MarkKind.INTERNAL_SECRET;
import static isegoria.tests.sweep.MarkKind.MODERATOR_REASON;
import static isegoria.tests.sweep.MarkKind.PROFILE_WORDS;
import static isegoria.tests.sweep.MarkKind.PUBLIC_WORDS;
import static isegoria.tests.sweep.MarkKind.REPORT_COMMENT;
import static isegoria.tests.sweep.MarkKind.USER_NAME;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where which marks may be, and why: the only such list. What it does not name is a leak, so every
 * kind that does not occur here (passwords, tokens, codes, cookies, addresses of clients, searches,
 * words that were refused) may be nowhere at all.
 *
 * @param place a place as {@link Place} writes it; one that ends in {@code *} is a beginning
 */
public record Allowed(Set<MarkKind> kinds, String place, String reason) {
  private static final Set<MarkKind> POSTS = Set.of(PUBLIC_WORDS, FOLLOWERS_WORDS, DIRECT_WORDS);
  private static final Set<MarkKind> PROFILES = Set.of(USER_NAME, PROFILE_WORDS);
  private static final Set<MarkKind> CASES = Set.of(REPORT_COMMENT, MODERATOR_REASON);

  private static final String ASKED = "internal: what was asked and answered, for a day";
  private static final String STORES = "internal: the decider's aggregates and first answers";
  private static final String COPY = "a copy that pages are made of, ended by the tombstone";

  /** All of it. */
  public static final List<Allowed> RULES =
      List.of(
          new Allowed(
              Set.of(PUBLIC_WORDS), "open topic post.states.v1", "public states carry the words"),
          new Allowed(
              Set.of(FOLLOWERS_WORDS, DIRECT_WORDS),
              "restricted topic post.private-states.v1",
              "what is not for everybody stands apart from the rest"),
          new Allowed(POSTS, "internal topic post.*", ASKED),
          new Allowed(POSTS, "streams topic post-decider-*", STORES),
          new Allowed(POSTS, "state post-*", STORES),
          new Allowed(POSTS, "table post.post", "the post itself"),
          new Allowed(POSTS, "table timeline.post", COPY),
          new Allowed(
              PROFILES, "open topic account.states.v1", "a profile is public, so is its name"),
          new Allowed(PROFILES, "internal topic account.*", ASKED),
          new Allowed(PROFILES, "streams topic account-decider-*", STORES),
          new Allowed(PROFILES, "state account-*", STORES),
          new Allowed(PROFILES, "table account.account", "the account itself"),
          new Allowed(Set.of(USER_NAME), "table account.account_by_name", "found by its name"),
          new Allowed(Set.of(USER_NAME), "table account.account_by_prefix", "found by its name"),
          new Allowed(PROFILES, "table account.account_by_word", "found by words of its name"),
          new Allowed(PROFILES, "table post.known_account", COPY),
          new Allowed(Set.of(USER_NAME), "table post.account_by_name", "whom a mention means"),
          new Allowed(PROFILES, "table timeline.account", COPY),
          new Allowed(PROFILES, "table moderation.known_account", COPY),
          new Allowed(
              CASES, "restricted topic moderation.states.v1", "cases are the moderators' alone"),
          new Allowed(CASES, "internal topic moderation.*", ASKED),
          new Allowed(CASES, "streams topic moderation-decider-*", STORES),
          new Allowed(CASES, "state moderation-*", STORES),
          new Allowed(Set.of(REPORT_COMMENT), "table moderation.report", "the report itself"),
          new Allowed(Set.of(MODERATOR_REASON), "table moderation.sanction", "the sanction itself"),
          new Allowed(
              Set.of(E_MAIL), "table account.credential", "not in the log: docs/data.md lists it"),
          new Allowed(
              Set.of(
                  PUBLIC_WORDS,
                  FOLLOWERS_WORDS,
                  DIRECT_WORDS,
                  USER_NAME,
                  PROFILE_WORDS,
                  REPORT_COMMENT,
                  MODERATOR_REASON,
                  E_MAIL),
              "commit log",
              "the node's own log of the tables above"),
          new Allowed(Set.of(INTERNAL_SECRET), "secrets", "the file it comes from"));

  public Allowed {
    kinds = Set.copyOf(kinds);
  }

  /** Why a mark may be there; empty for a leak. */
  static Optional<String> why(Mark mark, Place place) {
    return RULES.stream()
        .filter(rule -> rule.kinds().contains(mark.kind()) && rule.covers(place))
        .map(Allowed::reason)
        .findFirst();
  }

  private boolean covers(Place of) {
    return place.endsWith("*")
        ? of.toString().startsWith(place.substring(0, place.length() - 1))
        : of.toString().equals(place);
  }
}
