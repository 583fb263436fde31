package isegoria.timeline.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this process has the role that is asked for. */
final class OnRole implements Condition {

  private static final String KEY = "isegoria.timeline.roles";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var annotation = metadata.getAnnotations().get(ConditionalOnRole.class);
    Set<Role> roles = roles(context.getEnvironment());
    return roles.contains(annotation.getEnum("value", Role.class))
        && Arrays.stream(annotation.getEnumArray("without", Role.class)).noneMatch(roles::contains);
  }

  private static Set<Role> roles(Environment environment) {
    return Binder.get(environment)
        .bind(KEY, Bindable.setOf(Role.class))
        .orElseGet(() -> EnumSet.allOf(Role.class));
  }
}
