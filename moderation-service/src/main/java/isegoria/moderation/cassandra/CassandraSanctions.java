package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Term;
import isegoria.moderation.write.sanction.Term.ReviewAt;
import isegoria.moderation.write.sanction.Term.Until;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Sanctions by id. */
public final class CassandraSanctions implements SanctionTable {

  private final Cassandra cassandra;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement select;

  public CassandraSanctions(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.insert =
        cassandra.prepare(
            """
            INSERT INTO sanction (sanction_id, subject_id, kind, post_id, rule_id, reason,
              imposed_by, imposed_at, ends_at, review_at, lifted_at, report_id, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?\
            """);
    this.delete = cassandra.prepare("DELETE FROM sanction USING TIMESTAMP ? WHERE sanction_id = ?");
    this.select = cassandra.prepare("SELECT * FROM sanction WHERE sanction_id = ?");
  }

  @Override
  @SuppressWarnings("NullAway") // The driver takes null for an absent cell.
  public CompletionStage<?> put(SanctionView sanction, long recordedMicros) {
    Term term = sanction.term();
    PostId post = sanction.post();
    ReportId report = sanction.report();
    return cassandra
        .writes()
        .write(
            insert.bind(
                sanction.id().value(),
                sanction.subject().value(),
                sanction.kind().name(),
                post == null ? null : post.value(),
                sanction.rule().value(),
                sanction.reason(),
                sanction.imposedBy().value(),
                sanction.imposedAt(),
                term instanceof Until(Instant end) ? end : null,
                term instanceof ReviewAt(Instant date) ? date : null,
                sanction.liftedAt(),
                report == null ? null : report.value(),
                sanction.updatedAt(),
                recordedMicros));
  }

  @Override
  public CompletionStage<?> remove(SanctionId id, long recordedMicros) {
    return cassandra.writes().write(delete.bind(recordedMicros, id.value()));
  }

  @Override
  public Map<Long, SanctionView> find(Collection<Long> ids) {
    List<BoundStatement> statements = ids.stream().map(select::bind).toList();
    return cassandra.reads().rows(statements).stream()
        .map(CassandraSanctions::view)
        .collect(Collectors.toMap(each -> each.id().value(), each -> each));
  }

  private static SanctionView view(Row row) {
    Long post = Cells.number(row, "post_id");
    Long report = Cells.number(row, "report_id");
    Instant end = row.getInstant("ends_at");
    return new SanctionView(
        new SanctionId(row.getLong("sanction_id")),
        new AccountId(row.getLong("subject_id")),
        Kind.valueOf(Cells.text(row, "kind")),
        post == null ? null : new PostId(post),
        new RuleId(Cells.text(row, "rule_id")),
        Cells.text(row, "reason"),
        new AccountId(row.getLong("imposed_by")),
        Cells.time(row, "imposed_at"),
        end == null ? new ReviewAt(Cells.time(row, "review_at")) : new Until(end),
        row.getInstant("lifted_at"),
        report == null ? null : new ReportId(report),
        Cells.time(row, "updated_at"));
  }
}
