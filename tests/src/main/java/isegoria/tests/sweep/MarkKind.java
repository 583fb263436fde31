package isegoria.tests.sweep;

import java.util.Locale;

/** What a mark stands for: the kinds differ in where they may be. */
public enum MarkKind {
  PASSWORD,
  WRONG_PASSWORD,
  CLIENT_SECRET,
  ACCESS_TOKEN,
  AUTHORIZATION_CODE,
  LOG_IN_COOKIE,
  /** What the gateway signs for the services: the first letters of every signed token. */
  SIGNED_TOKEN,
  INTERNAL_SECRET,
  E_MAIL,
  CLIENT_ADDRESS,
  IDEMPOTENCY_KEY,
  SEARCH_WORDS,
  /** Words of a request that was refused. */
  REFUSED_WORDS,
  USER_NAME,
  PROFILE_WORDS,
  PUBLIC_WORDS,
  FOLLOWERS_WORDS,
  DIRECT_WORDS,
  REPORT_COMMENT,
  MODERATOR_REASON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
