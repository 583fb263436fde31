package isegoria.moderation.http;

import isegoria.api.entity.Rule;
import isegoria.edge.ReadsViews;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of this server, for everybody. */
@ReadsViews({})
@RestController
final class InstanceRules {

  private final RuleBook rules;

  InstanceRules(RuleBook rules) {
    this.rules = rules;
  }

  @GetMapping("/api/v1/instance/rules")
  List<Rule> listRules() {
    return rules.rules();
  }
}
