package isegoria.moderation.read.report;

import isegoria.moderation.write.report.ReportId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reports by id. */
public interface ReportTable {

  CompletionStage<?> put(ReportView report, long recordedMicros);

  CompletionStage<?> remove(ReportId id, long recordedMicros);

  @Nullable ReportView find(ReportId id);
}
