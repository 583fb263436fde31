package isegoria.eventsourcing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of this member of a sealed interface in stored JSON.
 *
 * <p>It is a literal so that a class can be renamed without a change of stored bytes. It never
 * changes, and no other member of the interface gets it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredName {
  String value();
}
