package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account in the list of those one has muted; null where the mute has no end. */
@SnakeCase
public record MutedAccount(
    @JsonUnwrapped Account account, @AtMillis @Nullable Instant muteExpiresAt) {}
