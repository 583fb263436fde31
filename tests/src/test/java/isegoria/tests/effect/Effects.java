package isegoria.tests.effect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The endpoints that a journey shows to work, as {@code "POST /api/v1/tags/{name}/follow"}. The
 * calls of the test are held against it: a write counts where a read of another endpoint with
 * another token, or with none, follows it; asserting on what that read answers is the test's part.
 * {@code docs/generated/api.md} calls these endpoints working.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(EffectsExtension.class)
public @interface Effects {
  String[] value();
}
