package isegoria.tests.effect;

import isegoria.tests.client.CallRecord;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Records the calls of a test and fails it where they do not show what it claims. */
final class EffectsExtension implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    var calls = new CallRecord();
    calls.<Throwable>during(invocation::proceed);
    List<String> claimed = List.of(method.getExecutable().getAnnotation(Effects.class).value());
    List<String> unshown = EffectRule.unshown(claimed, calls.answers());
    if (!unshown.isEmpty()) {
      throw new AssertionError("claimed and not shown: " + String.join("; ", unshown));
    }
  }
}
