package isegoria.moderation.kafka;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.moderation.kafka.ModerationStateCodec.StatedReport;
import isegoria.moderation.kafka.ModerationStateCodec.StatedSanction;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.SanctionId;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * This service's own states to the rows that outcomes have written already. It changes nothing
 * until a table is dropped: outcomes are gone after a day, states are not, so from these it is
 * rebuilt.
 */
public final class StateRows implements RowWriter {

  private final ModerationRows rows;
  private final ReportTable reports;
  private final SanctionTable sanctions;
  private final ModerationStateCodec states = new ModerationStateCodec();

  public StateRows(ModerationRows rows, ReportTable reports, SanctionTable sanctions) {
    this.rows = rows;
    this.reports = reports;
    this.sanctions = sanctions;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    long micros = RecordHeader.recordedMicros(change);
    if (change.value() == null) {
      return remove(change.key(), micros);
    }
    return switch (states.decode(change.value())) {
      case StatedReport of -> rows.put(of.report(), micros);
      case StatedSanction of -> rows.put(of.sanction(), micros);
    };
  }

  private CompletionStage<?> remove(String key, long micros) {
    String aggregate = key.substring(Partitioning.ownerOf(key).length() + 1);
    int slash = aggregate.indexOf('/');
    long id = Long.parseLong(aggregate.substring(slash + 1));
    return switch (aggregate.substring(0, Math.max(0, slash))) {
      case ReportId.AGGREGATE_TYPE -> reports.remove(new ReportId(id), micros);
      case SanctionId.AGGREGATE_TYPE -> sanctions.remove(new SanctionId(id), micros);
      default ->
          throw new IllegalArgumentException("key: " + key + " (expected: a report or sanction)");
    };
  }
}
