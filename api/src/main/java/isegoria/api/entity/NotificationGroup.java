package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications that are shown as one.
 *
 * @param mostRecentNotificationId a number, unlike every other id: clients expect one
 * @param sampleAccountIds of some of the senders, newest first
 */
@SnakeCase
public record NotificationGroup(
    String groupKey,
    long notificationsCount,
    String type,
    long mostRecentNotificationId,
    String pageMinId,
    String pageMaxId,
    @AtMillis Instant latestPageNotificationAt,
    List<String> sampleAccountIds,
    @Nullable String statusId) {}
