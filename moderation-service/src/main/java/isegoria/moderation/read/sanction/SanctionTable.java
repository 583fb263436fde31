package isegoria.moderation.read.sanction;

import isegoria.moderation.write.sanction.SanctionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sanctions by id. */
public interface SanctionTable {

  CompletionStage<?> put(SanctionView sanction, long recordedMicros);

  CompletionStage<?> remove(SanctionId id, long recordedMicros);

  /** Those of the ids that are there, by id. */
  Map<Long, SanctionView> find(Collection<Long> ids);

  default @Nullable SanctionView find(SanctionId id) {
    return find(List.of(id.value())).get(id.value());
  }
}
