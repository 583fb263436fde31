package isegoria.infra;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One Kafka principal per service, and what each may do, made from the registry of topics: write
 * its own, read what is not internal, keep its Streams apps' own topics. All else is denied.
 */
final class KafkaAccess {
  private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  private KafkaAccess() {}

  /** The broker's properties: both listeners ask for a password, the authorizer for a list. */
  static Map<String, String> broker(DevConfig config, Secrets secrets) {
    String users =
        secrets.passwords().entrySet().stream()
            .map(entry -> " user_%s=\"%s\"".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    String login =
        "%s required username=\"%s\" password=\"%s\"%s;"
            .formatted(LOGIN, Secrets.OPERATOR, secrets.password(Secrets.OPERATOR), users);
    var broker = new TreeMap<String, String>();
    broker.put(
        "listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(config.kafkaPort(), config.kafkaControllerPort()));
    broker.put(
        "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
    broker.put("inter.broker.listener.name", "CLIENTS");
    broker.put("sasl.enabled.mechanisms", "PLAIN");
    broker.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    broker.put("sasl.mechanism.controller.protocol", "PLAIN");
    broker.put("listener.name.clients.plain.sasl.jaas.config", login);
    broker.put("listener.name.controller.plain.sasl.jaas.config", login);
    broker.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    broker.put("allow.everyone.if.no.acl.found", "false");
    broker.put("super.users", "User:" + Secrets.OPERATOR);
    return broker;
  }

  /** A client's properties for one principal. */
  static Map<String, String> client(Secrets secrets, String principal) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(LOGIN, principal, secrets.password(principal)));
  }

  /** Makes the broker's lists exactly these. */
  static void grant(Admin admin) {
    List<AclBinding> wanted = bindings();
    var present =
        new HashSet<>(KafkaTopics.await(admin.describeAcls(AclBindingFilter.ANY).values()));
    var stale = new HashSet<>(present);
    wanted.forEach(stale::remove);
    KafkaTopics.await(admin.deleteAcls(stale.stream().map(AclBinding::toFilter).toList()).all());
    KafkaTopics.await(
        admin
            .createAcls(wanted.stream().filter(binding -> !present.contains(binding)).toList())
            .all());
  }

  /** Every permission that anybody has. */
  static List<AclBinding> bindings() {
    var bindings = new ArrayList<AclBinding>();
    for (ServiceKind kind : ServiceKind.values()) {
      String service = kind.label();
      for (Topic topic : Topics.all()) {
        addTopic(bindings, service, topic);
      }
      addOwn(bindings, service);
    }
    for (Topic topic : Topics.all()) {
      if (topic.access() == Topic.Access.OPEN) {
        addRead(bindings, Secrets.ANALYST, topic.name());
      }
    }
    add(bindings, Secrets.ANALYST, ResourceType.GROUP, "analyst", AclOperation.READ);
    return bindings;
  }

  private static void addTopic(List<AclBinding> bindings, String service, Topic topic) {
    boolean own = topic.service().equals(service);
    if (own) {
      addRead(bindings, service, topic.name());
      addExact(bindings, service, topic.name(), AclOperation.WRITE);
      addExact(bindings, service, topic.name(), AclOperation.DESCRIBE_CONFIGS);
    } else if (topic.access() != Topic.Access.INTERNAL && !service.equals("gateway")) {
      addRead(bindings, service, topic.name());
    } else if (topic.equals(Topics.ACCOUNT_REVOCATIONS) && service.equals("gateway")) {
      addRead(bindings, service, topic.name());
    }
  }

  /** Groups, transactions and Streams' own topics begin with the service's name. */
  private static void addOwn(List<AclBinding> bindings, String service) {
    for (AclOperation operation :
        List.of(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DELETE)) {
      add(bindings, service, ResourceType.GROUP, service, operation);
    }
    for (AclOperation operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE)) {
      add(bindings, service, ResourceType.TRANSACTIONAL_ID, service, operation);
    }
    if (!service.equals("gateway")) {
      for (AclOperation operation :
          List.of(
              AclOperation.CREATE,
              AclOperation.READ,
              AclOperation.WRITE,
              AclOperation.DELETE,
              AclOperation.DESCRIBE,
              AclOperation.DESCRIBE_CONFIGS)) {
        add(bindings, service, ResourceType.TOPIC, service + "-", operation);
      }
      bindings.add(
          binding(
              service,
              new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL),
              AclOperation.IDEMPOTENT_WRITE));
    }
  }

  private static void addRead(List<AclBinding> bindings, String principal, String topic) {
    addExact(bindings, principal, topic, AclOperation.READ);
    addExact(bindings, principal, topic, AclOperation.DESCRIBE);
  }

  private static void addExact(
      List<AclBinding> bindings, String principal, String topic, AclOperation operation) {
    bindings.add(
        binding(
            principal,
            new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
            operation));
  }

  private static void add(
      List<AclBinding> bindings,
      String principal,
      ResourceType type,
      String prefix,
      AclOperation operation) {
    bindings.add(
        binding(principal, new ResourcePattern(type, prefix, PatternType.PREFIXED), operation));
  }

  private static AclBinding binding(
      String principal, ResourcePattern pattern, AclOperation operation) {
    return new AclBinding(
        pattern,
        new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
  }
}
