package isegoria.api.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the table on a profile; {@code value} is HTML, or plain text in a source. */
@SnakeCase
public record Field(String name, String value, @AtMillis @Nullable Instant verifiedAt) {}
