package isegoria.moderation.read.sanction;

import isegoria.moderation.write.sanction.SanctionId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sanctions by id. */
public interface SanctionTable {

  CompletionStage<?> put(SanctionView sanction, long recordedMicros);

  CompletionStage<?> remove(SanctionId id, long recordedMicros);

  @Nullable SanctionView find(SanctionId id);
}
