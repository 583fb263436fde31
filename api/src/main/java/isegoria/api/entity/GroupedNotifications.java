package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of groups, and once each what they refer to.
 *
 * @param partialAccounts absent unless they were asked for
 */
@SnakeCase
public record GroupedNotifications(
    List<Account> accounts,
    @JsonInclude(NON_NULL) @Nullable List<PartialAccount> partialAccounts,
    List<Status> statuses,
    List<NotificationGroup> notificationGroups) {}
