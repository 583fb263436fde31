package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One keyword of a filter, as clients knew filters before they had several. */
@SnakeCase
public record FilterV1(
    String id,
    String phrase,
    List<String> context,
    boolean wholeWord,
    @AtMillis @Nullable Instant expiresAt,
    boolean irreversible) {}
