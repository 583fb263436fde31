package isegoria.edge;

import isegoria.eventsourcing.decide.Rebuild;
import isegoria.eventsourcing.read.ViewCache;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's route that rebuilds this instance's share of the service's tables from topics. */
@RestController
@RequestMapping("/internal/operator/rebuild")
public final class RebuildResource {

  private final Rebuild rebuild;
  private final List<ViewCache> caches;

  public RebuildResource(Rebuild rebuild, List<ViewCache> caches) {
    this.rebuild = rebuild;
    this.caches = List.copyOf(caches);
  }

  /** Begins; one that runs goes on. */
  @PostMapping
  public ResponseEntity<Rebuild.Progress> begin() {
    return ResponseEntity.accepted().body(rebuild.start());
  }

  /** Every instance has done its share: what this one loaded before from tables is forgotten. */
  @PostMapping("/end")
  public Rebuild.Progress end() {
    caches.forEach(ViewCache::clear);
    return rebuild.progress();
  }

  @GetMapping
  public Rebuild.Progress showProgress() {
    return rebuild.progress();
  }
}
