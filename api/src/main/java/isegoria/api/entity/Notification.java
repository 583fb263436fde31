package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account. */
@SnakeCase
public record Notification(
    String id,
    String type,
    String groupKey,
    @AtMillis Instant createdAt,
    Account account,
    @JsonInclude(NON_NULL) @Nullable Status status,
    @JsonInclude(NON_NULL) @Nullable Report report) {}
