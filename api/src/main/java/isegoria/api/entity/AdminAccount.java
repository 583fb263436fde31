package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as moderators see it. */
@SnakeCase
public record AdminAccount(
    String id,
    String username,
    @Nullable String domain,
    @AtMillis Instant createdAt,
    String email,
    @Nullable String ip,
    List<AdminIp> ips,
    String locale,
    @Nullable String inviteRequest,
    Role role,
    boolean confirmed,
    boolean approved,
    boolean disabled,
    boolean sensitized,
    boolean silenced,
    boolean suspended,
    Account account,
    @JsonInclude(NON_NULL) @Nullable String createdByApplicationId,
    @JsonInclude(NON_NULL) @Nullable String invitedByAccountId) {}
