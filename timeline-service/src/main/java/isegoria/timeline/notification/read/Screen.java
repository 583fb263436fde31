package isegoria.timeline.notification.read;

import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import isegoria.timeline.notification.write.settings.PolicyLevel;
import java.time.Duration;
import java.time.Instant;

/**
 * What one recipient is shown now: the one rule of lists, groups, requests, counts and unread
 * counts. It runs on every read, so a block hides what was there before it, and its end shows it
 * again.
 */
public record Screen(
    Reader recipient, Readers everyone, Restrictions restrictions, Settings settings, Instant now) {

  /** How long an account is a new one. */
  private static final Duration NEW_MAX = Duration.ofDays(30);

  /** What becomes of a notification. */
  public enum Verdict {
    SHOWN,
    /** It is among the requests. */
    FILTERED,
    HIDDEN
  }

  /** Whether no block, mute or sanction hides all that is from an account. */
  public boolean isShown(long sender) {
    return !restrictions.isSuspended(sender)
        && !recipient.isBlockedFrom(sender)
        && !recipient.mutesNotificationsOf(sender);
  }

  /**
   * What becomes of a notification.
   *
   * @param isPrivate whether it is of a direct post that the recipient did not ask for
   */
  public Verdict of(long sender, long id, boolean isPrivate) {
    if (!isShown(sender) || settings.dismissed().getOrDefault(sender, 0L) >= id) {
      return Verdict.HIDDEN;
    }
    if (settings.accepted().contains(sender)) {
      return Verdict.SHOWN;
    }
    return switch (level(sender, isPrivate)) {
      case ACCEPT -> Verdict.SHOWN;
      case FILTER -> Verdict.FILTERED;
      case DROP -> Verdict.HIDDEN;
    };
  }

  /** The strictest of those that apply. */
  private PolicyLevel level(long sender, boolean isPrivate) {
    NotificationPolicy policy = settings.policy();
    PolicyLevel level = PolicyLevel.ACCEPT;
    if (!recipient.follows(sender)) {
      level = level.or(policy.notFollowing());
      level = isNew(sender) ? level.or(policy.newAccounts()) : level;
      level = isPrivate ? level.or(policy.privateMentions()) : level;
      level = restrictions.isLimited(sender) ? level.or(policy.limitedAccounts()) : level;
    }
    boolean mayFilter = policy.notFollowers() != PolicyLevel.ACCEPT;
    return mayFilter && !everyone.follows(sender, recipient.id())
        ? level.or(policy.notFollowers())
        : level;
  }

  /** The id of an account says when it was opened. */
  private boolean isNew(long account) {
    return Buckets.timeOf(account).isAfter(now.minus(NEW_MAX));
  }
}
