package isegoria.edge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** An update answers PUT and PATCH alike, as Rails maps both; clients send either. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@RequestMapping(method = {RequestMethod.PUT, RequestMethod.PATCH})
public @interface UpdateMapping {

  /** The paths, as in {@link RequestMapping}. */
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String[] value();
}
