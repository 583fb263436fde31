package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as the person who filed it sees it. */
@SnakeCase
public record Report(
    String id,
    boolean actionTaken,
    @AtMillis @Nullable Instant actionTakenAt,
    ReportCategory category,
    String comment,
    boolean forwarded,
    @AtMillis Instant createdAt,
    @Nullable List<String> statusIds,
    @Nullable List<String> collectionIds,
    @Nullable List<String> ruleIds,
    Account targetAccount) {}
