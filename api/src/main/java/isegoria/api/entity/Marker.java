package isegoria.api.entity;

import java.time.Instant;

/** How far somebody has read. */
@SnakeCase
public record Marker(String lastReadId, long version, @AtMillis Instant updatedAt) {}
