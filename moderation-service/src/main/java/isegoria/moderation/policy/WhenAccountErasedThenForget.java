package isegoria.moderation.policy;

import isegoria.events.AccountId;
import isegoria.eventsourcing.FollowUp;
import isegoria.moderation.write.report.ReportCommand;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.SanctionCommand;
import isegoria.moderation.write.sanction.SanctionId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** When an account is erased, what it reported and what was said of it is forgotten. */
public final class WhenAccountErasedThenForget {

  private WhenAccountErasedThenForget() {}

  public static List<FollowUp> on(
      AccountId erased, Iterator<Long> reports, Iterator<Long> sanctions) {
    List<FollowUp> commands = new ArrayList<>();
    while (reports.hasNext()) {
      String key = new ReportId(reports.next()).key(erased);
      commands.add(new FollowUp(ReportId.AGGREGATE_TYPE, key, new ReportCommand.Erase()));
    }
    while (sanctions.hasNext()) {
      String key = new SanctionId(sanctions.next()).key(erased);
      commands.add(new FollowUp(SanctionId.AGGREGATE_TYPE, key, new SanctionCommand.Erase()));
    }
    return commands;
  }
}
