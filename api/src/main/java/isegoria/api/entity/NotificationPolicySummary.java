package isegoria.api.entity;

/**
 * What becomes of notifications, by what their sender is to the recipient: accept, filter or drop.
 */
@SnakeCase
public record NotificationPolicySummary(
    String forNotFollowing,
    String forNotFollowers,
    String forNewAccounts,
    String forPrivateMentions,
    String forLimitedAccounts,
    Summary summary) {

  /** How much was kept apart and waits for the recipient. */
  @SnakeCase
  public record Summary(int pendingRequestsCount, int pendingNotificationsCount) {}
}
