package isegoria.timeline.feed.http;

import isegoria.api.ApiJson;
import isegoria.api.entity.FilterResult;
import isegoria.api.entity.Status;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.live.LiveStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was loaded of one place, ready to be told to many readers. */
record NewStatus(Slot slot, HydratedPage loaded, StatusView view, String json)
    implements LiveStatus {

  /** Null where what it shows is gone. */
  static @Nullable NewStatus of(Slot slot, HydratedPage loaded, StatusView view) {
    String json = json(view.of(slot, loaded, FeedEntry.UNKNOWN_ACCOUNT));
    return json == null ? null : new NewStatus(slot, loaded, view, json);
  }

  @Override
  public @Nullable String filteredFor(long readerId) {
    List<FilterResult> filtered = view.filtered(slot, loaded, readerId);
    return filtered.isEmpty()
        ? null
        : json(view.of(slot, loaded, FeedEntry.UNKNOWN_ACCOUNT, filtered));
  }

  private static @Nullable String json(@Nullable Status status) {
    return status == null ? null : ApiJson.write(status);
  }
}
