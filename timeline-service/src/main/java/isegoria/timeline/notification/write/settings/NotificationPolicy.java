package isegoria.timeline.notification.write.settings;

/** What becomes of notifications, by what their sender is to the recipient. */
public record NotificationPolicy(
    PolicyLevel notFollowing,
    PolicyLevel notFollowers,
    PolicyLevel newAccounts,
    PolicyLevel privateMentions,
    PolicyLevel limitedAccounts) {

  /** Of an account that has said nothing. */
  public static final NotificationPolicy USUAL =
      new NotificationPolicy(
          PolicyLevel.ACCEPT,
          PolicyLevel.ACCEPT,
          PolicyLevel.ACCEPT,
          PolicyLevel.FILTER,
          PolicyLevel.FILTER);
}
