package isegoria.api.entity;

import java.time.Instant;

/** An address an account was used from. */
@SnakeCase
public record AdminIp(String ip, @AtMillis Instant usedAt) {}
