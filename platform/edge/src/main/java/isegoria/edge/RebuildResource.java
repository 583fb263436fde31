package isegoria.edge;

import isegoria.eventsourcing.decide.Rebuild;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator has this instance's share of the service's tables made again from topics. */
@RestController
@RequestMapping("/internal/operator/rebuild")
public final class RebuildResource {

  private final Rebuild rebuild;

  public RebuildResource(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /** Begins; one that runs goes on. */
  @PostMapping
  public ResponseEntity<Rebuild.Progress> begin() {
    return ResponseEntity.accepted().body(rebuild.start());
  }

  @GetMapping
  public Rebuild.Progress showProgress() {
    return rebuild.progress();
  }
}
