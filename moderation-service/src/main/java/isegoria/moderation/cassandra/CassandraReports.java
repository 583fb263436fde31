package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.Category;
import isegoria.moderation.write.report.ReportId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Reports by id. */
public final class CassandraReports implements ReportTable {

  private final Cassandra cassandra;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement select;

  public CassandraReports(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.insert =
        cassandra.prepare(
            """
            INSERT INTO report (report_id, reporter_id, subject_id, post_ids, category, rule_ids,
              comment, resolved, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?\
            """);
    this.delete = cassandra.prepare("DELETE FROM report USING TIMESTAMP ? WHERE report_id = ?");
    this.select = cassandra.prepare("SELECT * FROM report WHERE report_id = ?");
  }

  @Override
  public CompletionStage<?> put(ReportView report, long recordedMicros) {
    return cassandra
        .writes()
        .write(
            insert.bind(
                report.id().value(),
                report.reporter().value(),
                report.subject().value(),
                report.posts().stream().map(PostId::value).toList(),
                report.category().name(),
                report.rules().stream().map(RuleId::value).toList(),
                report.comment(),
                report.resolved(),
                report.createdAt(),
                report.updatedAt(),
                recordedMicros));
  }

  @Override
  public CompletionStage<?> remove(ReportId id, long recordedMicros) {
    return cassandra.writes().write(delete.bind(recordedMicros, id.value()));
  }

  @Override
  public Map<Long, ReportView> find(Collection<Long> ids) {
    List<BoundStatement> statements = ids.stream().map(select::bind).toList();
    return cassandra.reads().rows(statements).stream()
        .map(CassandraReports::view)
        .collect(Collectors.toMap(each -> each.id().value(), each -> each));
  }

  private static ReportView view(Row row) {
    List<Long> posts = row.getList("post_ids", Long.class);
    List<String> rules = row.getList("rule_ids", String.class);
    return new ReportView(
        new ReportId(row.getLong("report_id")),
        new AccountId(row.getLong("reporter_id")),
        new AccountId(row.getLong("subject_id")),
        posts == null ? List.of() : posts.stream().map(PostId::new).toList(),
        Category.valueOf(Cells.text(row, "category")),
        rules == null ? List.of() : rules.stream().map(RuleId::new).toList(),
        Cells.text(row, "comment"),
        row.getBoolean("resolved"),
        Cells.time(row, "created_at"),
        Cells.time(row, "updated_at"));
  }
}
