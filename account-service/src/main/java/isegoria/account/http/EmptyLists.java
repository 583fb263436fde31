package isegoria.account.http;

import isegoria.edge.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What clients ask for at their start and no account has yet: the honest answer is an empty one.
 */
@RestController
public final class EmptyLists {

  @GetMapping("/api/v1/lists")
  public List<Object> getLists(Viewer viewer) {
    viewer.require("read:lists");
    return List.of();
  }

  @GetMapping({"/api/v1/filters", "/api/v2/filters"})
  public List<Object> getFilters(Viewer viewer) {
    viewer.require("read:filters");
    return List.of();
  }

  @GetMapping("/api/v1/markers")
  public Map<String, Object> getMarkers(Viewer viewer) {
    viewer.require("read:statuses");
    return Map.of();
  }
}
