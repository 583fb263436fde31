package isegoria.timeline.feed.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** Timers of pages, by step. */
public final class PageTimers {

  private final Timer skeleton;
  private final Timer hydrate;
  private final Timer view;
  private final DistributionSummary scanned;

  public PageTimers(MeterRegistry meters) {
    this.skeleton = step(meters, "skeleton");
    this.hydrate = step(meters, "hydrate");
    this.view = step(meters, "view");
    this.scanned =
        DistributionSummary.builder("feeds.entries.scanned")
            .description("Entries of the recent log looked at for one page of a home feed")
            .register(meters);
  }

  <T> T skeleton(Supplier<T> step) {
    return skeleton.record(step);
  }

  <T> T hydrate(Supplier<T> step) {
    return hydrate.record(step);
  }

  <T> T view(Supplier<T> step) {
    return view.record(step);
  }

  public void scanned(long entries) {
    scanned.record((double) entries);
  }

  private static Timer step(MeterRegistry meters, String name) {
    return Timer.builder("feeds.page")
        .description("Time to build a page, by step")
        .tag("step", name)
        .register(meters);
  }
}
