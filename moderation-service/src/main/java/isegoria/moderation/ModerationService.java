package isegoria.moderation;

import isegoria.moderation.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. Spring finds the resources; Wiring makes everything else. */
@SpringBootApplication(scanBasePackages = "isegoria.moderation.http")
@Import(Wiring.class)
public class ModerationService {

  public static void main(String[] args) {
    SpringApplication.run(ModerationService.class, args);
  }
}
