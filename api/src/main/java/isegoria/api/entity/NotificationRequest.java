package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender whose notifications wait for the recipient's decision.
 *
 * @param notificationsCount a text, unlike every other count: clients expect one
 */
@SnakeCase
public record NotificationRequest(
    String id,
    @AtMillis Instant createdAt,
    @AtMillis Instant updatedAt,
    Account account,
    String notificationsCount,
    @JsonInclude(NON_NULL) @Nullable Status lastStatus) {}
