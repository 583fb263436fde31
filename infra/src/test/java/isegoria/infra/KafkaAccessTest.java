package isegoria.infra;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

final class KafkaAccessTest {
  @Test
  void only_its_own_service_writes_a_topic() {
    for (Topic topic : Topics.all()) {
      assertThat(principals(topic, AclOperation.WRITE)).containsExactly("User:" + topic.service());
    }
  }

  @Test
  void an_analyst_reads_open_topics_and_nothing_else() {
    for (Topic topic : Topics.all()) {
      assertThat(principals(topic, AclOperation.READ).contains("User:analyst"))
          .as(topic.name())
          .isEqualTo(topic.access() == Topic.Access.OPEN);
    }
  }

  @Test
  void an_internal_topic_is_read_by_its_own_service_and_revocations_by_the_gateway() {
    for (Topic topic : Topics.all()) {
      if (topic.access() == Topic.Access.INTERNAL && !topic.equals(Topics.ACCOUNT_REVOCATIONS)) {
        assertThat(principals(topic, AclOperation.READ)).containsExactly("User:" + topic.service());
      }
    }
    assertThat(principals(Topics.ACCOUNT_REVOCATIONS, AclOperation.READ))
        .containsExactlyInAnyOrder("User:account", "User:gateway");
  }

  @Test
  void a_prefix_never_reaches_a_registered_topic() {
    for (AclBinding binding : KafkaAccess.bindings()) {
      if (binding.pattern().patternType() == PatternType.PREFIXED
          && binding.pattern().resourceType() == ResourceType.TOPIC) {
        assertThat(Topics.all())
            .noneMatch(topic -> topic.name().startsWith(binding.pattern().name()));
      }
    }
  }

  private static Set<String> principals(Topic topic, AclOperation operation) {
    return KafkaAccess.bindings().stream()
        .filter(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
        .filter(binding -> binding.pattern().name().equals(topic.name()))
        .filter(binding -> binding.entry().operation() == operation)
        .map(binding -> binding.entry().principal())
        .collect(Collectors.toSet());
  }
}
