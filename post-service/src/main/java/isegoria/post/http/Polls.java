package isegoria.post.http;

import isegoria.api.entity.Poll;
import isegoria.edge.ApiException;
import isegoria.edge.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Polls: no post has one yet, so none is found. */
@RestController
class Polls {

  @GetMapping("/api/v1/polls/{id}")
  Poll getPoll(Viewer viewer) {
    viewer.optional("read:statuses");
    throw ApiException.notFound();
  }

  @PostMapping("/api/v1/polls/{id}/votes")
  Poll vote(Viewer viewer) {
    viewer.require("write:statuses");
    throw ApiException.notFound();
  }
}
