package isegoria.moderation.http;

import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Ids;
import isegoria.edge.Replies;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.wire.Reply;
import isegoria.moderation.kafka.ModerationAggregates;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionProjection;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.report.ReportCommand;
import isegoria.moderation.write.report.ReportCommand.Resolve;
import isegoria.moderation.write.report.ReportEvent;
import isegoria.moderation.write.report.ReportRejection;
import isegoria.moderation.write.report.Verdict;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.SanctionCommand;
import isegoria.moderation.write.sanction.SanctionCommand.Impose;
import isegoria.moderation.write.sanction.SanctionCommand.Lift;
import isegoria.moderation.write.sanction.SanctionEvent;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.SanctionRejection;
import isegoria.moderation.write.sanction.Terms;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Sends the commands of moderators and reporters, and returns the state after them. */
public final class ModerationActions {

  /** Ids tried for one new thing: they are leased, so a second one is already rare. */
  private static final int IDS_TRIED_MAX = 3;

  private final Commands commands;
  private final ModerationAggregates aggregates;
  private final CommandContexts contexts;
  private final Ids ids;

  public ModerationActions(
      Commands commands, ModerationAggregates aggregates, CommandContexts contexts, Ids ids) {
    this.commands = commands;
    this.aggregates = aggregates;
    this.contexts = contexts;
    this.ids = ids;
  }

  /** A command for a new thing, made with an id that may turn out to be taken. */
  interface ForId<C> {
    C with(long id, CommandContext context);
  }

  Report.Filed file(
      HttpServletRequest request,
      Viewer viewer,
      AccountId reporter,
      ForId<ReportCommand.File> command)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      CommandContext context = contexts.of(request, viewer, step("file", attempt));
      ReportCommand.File file = command.with(ids.next(), context);
      Reply<Report, ReportEvent, ReportRejection> reply =
          commands.ask(aggregates.report(), file.complaint().id().key(reporter), file, context);
      if (reply instanceof Reply.Rejected(ReportRejection.IdTaken _, _)
          && attempt < IDS_TRIED_MAX) {
        continue;
      }
      return switch (Replies.state(reply, Problems::of)) {
        case Report.Filed filed -> filed;
        case Report.Resolved resolved -> new Report.Filed(resolved.complaint());
        case Report.Unfiled _, Report.Erased _ -> throw ApiException.notFound();
      };
    }
  }

  void resolve(
      HttpServletRequest request, Viewer viewer, Moderator by, ReportView report, Verdict verdict)
      throws InterruptedException {
    CommandContext context = contexts.of(request, viewer, "resolve");
    Replies.state(
        commands.ask(
            aggregates.report(),
            report.id().key(report.reporter()),
            new Resolve(by, verdict, context.occurredAt()),
            context),
        Problems::of);
  }

  SanctionView impose(
      HttpServletRequest request, Viewer viewer, Moderator by, Terms terms, Authority subject)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      CommandContext context = contexts.of(request, viewer, step("impose", attempt));
      SanctionId id = new SanctionId(ids.next());
      Reply<Sanction, SanctionEvent, SanctionRejection> reply =
          commands.ask(
              aggregates.sanction(),
              id.key(terms.subject()),
              new Impose(id, terms, by, subject, context.occurredAt()),
              context);
      if (reply instanceof Reply.Rejected(SanctionRejection.IdTaken _, _)
          && attempt < IDS_TRIED_MAX) {
        continue;
      }
      return view(Replies.state(reply, Problems::of), context);
    }
  }

  SanctionView lift(HttpServletRequest request, Viewer viewer, Moderator by, SanctionView sanction)
      throws InterruptedException {
    CommandContext context = contexts.of(request, viewer, "lift " + sanction.id());
    SanctionCommand lift = new Lift(by, context.occurredAt());
    Sanction state =
        Replies.state(
            commands.ask(
                aggregates.sanction(), sanction.id().key(sanction.subject()), lift, context),
            Problems::of);
    return view(state, context);
  }

  private static SanctionView view(Sanction state, CommandContext context) {
    @Nullable SanctionView view = SanctionProjection.view(state, context.occurredAt());
    if (view == null) {
      throw ApiException.notFound();
    }
    return view;
  }

  private static String step(String act, int attempt) {
    return attempt == 1 ? act : act + " " + attempt;
  }
}
