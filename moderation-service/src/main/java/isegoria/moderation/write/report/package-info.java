/**
 * Reports: an account reports that another account or its posts break a rule, and a moderator
 * resolves it. Start reading at {@link isegoria.moderation.write.report.ReportDecider}.
 */
@NullMarked
package isegoria.moderation.write.report;

import org.jspecify.annotations.NullMarked;
