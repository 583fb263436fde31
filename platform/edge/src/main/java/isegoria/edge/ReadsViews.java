package isegoria.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which views a resource reads, by their names: its readers wait for these alone. Without it they
 * wait for every view of the topics that they wrote to.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsViews {
  String[] value();
}
