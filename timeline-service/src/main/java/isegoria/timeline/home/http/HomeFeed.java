package isegoria.timeline.home.http;

import isegoria.api.entity.Status;
import isegoria.api.paging.PageLimit;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feed of those whom the reader follows. */
@RestController
@ConditionalOnRole(Role.SERVE)
final class HomeFeed {

  private final GetHome home;
  private final Pages pages;

  HomeFeed(GetHome home, Pages pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping("/api/v1/timelines/home")
  ResponseEntity<List<Status>> getHome(Viewer viewer, Params params, HttpServletRequest request) {
    long reader = viewer.require("read:statuses").value();
    return pages.answer(request, home.page(reader, params.page(PageLimit.POSTS)));
  }
}
