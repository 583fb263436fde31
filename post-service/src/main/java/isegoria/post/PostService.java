package isegoria.post;

import isegoria.post.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication(scanBasePackages = "isegoria.post.http")
@Import(Wiring.class)
public class PostService {

  public static void main(String[] arguments) {
    SpringApplication.run(PostService.class, arguments);
  }
}
