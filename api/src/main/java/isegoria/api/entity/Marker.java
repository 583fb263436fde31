package isegoria.api.entity;

import java.time.Instant;

/** How far an account has read. */
@SnakeCase
public record Marker(String lastReadId, long version, @AtMillis Instant updatedAt) {}
