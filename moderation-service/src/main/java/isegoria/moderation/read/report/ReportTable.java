package isegoria.moderation.read.report;

import isegoria.moderation.write.report.ReportId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reports by id. */
public interface ReportTable {

  CompletionStage<?> put(ReportView report, long recordedMicros);

  CompletionStage<?> remove(ReportId id, long recordedMicros);

  /** Those of the ids that are there, by id. */
  Map<Long, ReportView> find(Collection<Long> ids);

  default @Nullable ReportView find(ReportId id) {
    return find(List.of(id.value())).get(id.value());
  }
}
