package isegoria.gateway;

import isegoria.gateway.config.GatewayProperties;
import isegoria.gateway.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The public entry point: all client requests come here, and no other service listens in public.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(GatewayProperties.class)
@Import(Wiring.class)
public class GatewayService {
  public static void main(String[] args) {
    SpringApplication.run(GatewayService.class, args);
  }
}
