package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * A sanction as it is stated to the person: what is done, under which rule, why, and for how long.
 * Every part is required but the report, because not every sanction follows from one.
 */
public record Terms(
    AccountId subject,
    Measure measure,
    RuleId rule,
    Reason reason,
    Term term,
    @Nullable ReportId report) {}
