package isegoria.account;

import isegoria.account.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. Spring finds the resources; Wiring makes everything else. */
@SpringBootApplication(scanBasePackages = "isegoria.account.http")
@Import(Wiring.class)
public class AccountService {

  public static void main(String[] args) {
    SpringApplication.run(AccountService.class, args);
  }
}
