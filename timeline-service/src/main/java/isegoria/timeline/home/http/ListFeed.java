package isegoria.timeline.home.http;

import isegoria.api.entity.Status;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The feed of the members of one of the reader's lists. */
@RestController
@ConditionalOnRole(Role.SERVE)
final class ListFeed {

  private final GetHome home;
  private final Pages pages;

  ListFeed(GetHome home, Pages pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping("/api/v1/timelines/list/{id}")
  ResponseEntity<List<Status>> getList(
      @PathVariable String id, Viewer viewer, Params params, HttpServletRequest request) {
    long reader = viewer.require("read:lists").value();
    Pages.Found found =
        home.list(reader, Params.id(id), params.page(PageLimit.POSTS))
            .orElseThrow(ApiException::notFound);
    return pages.answer(request, found);
  }
}
