package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as moderators see it. */
@SnakeCase
public record AdminReport(
    String id,
    boolean actionTaken,
    @AtMillis @Nullable Instant actionTakenAt,
    ReportCategory category,
    String comment,
    boolean forwarded,
    @AtMillis Instant createdAt,
    @AtMillis Instant updatedAt,
    AdminAccount account,
    AdminAccount targetAccount,
    @Nullable AdminAccount assignedAccount,
    @Nullable AdminAccount actionTakenByAccount,
    List<Status> statuses,
    List<Rule> rules) {}
