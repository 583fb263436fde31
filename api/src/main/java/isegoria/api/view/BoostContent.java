package isegoria.api.view;

import isegoria.api.entity.Visibility;
import java.time.Instant;

/** A boost: a status of its own around the post that it shows. */
public record BoostContent(long id, Visibility visibility, Instant createdAt) {}
