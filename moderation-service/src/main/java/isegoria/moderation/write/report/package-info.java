/**
 * Reports: somebody says that an account or its posts break a rule, and a moderator answers. Start
 * reading at {@link isegoria.moderation.write.report.ReportDecider}.
 */
@NullMarked
package isegoria.moderation.write.report;

import org.jspecify.annotations.NullMarked;
