package isegoria.edge;

import isegoria.edge.sample.SampleService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service on free ports, with a key for tokens. */
record RunningSample(ConfigurableApplicationContext context, TestClient client)
    implements AutoCloseable {

  static final Tokens KEY = Tokens.withKey("k1");

  static RunningSample start(Path secrets) throws IOException {
    Tokens.publish(secrets, KEY);
    Files.writeString(secrets.resolve("internal-secret"), "open sesame\n");
    ConfigurableApplicationContext context =
        SpringApplication.run(
            SampleService.class,
            "--spring.application.name=sample-service",
            "--server.port=0",
            "--isegoria.instance=3",
            "--isegoria.read-wait-max=1h",
            "--isegoria.command-patience=1h",
            "--isegoria.secrets-dir=" + secrets);
    var environment = context.getEnvironment();
    return new RunningSample(
        context,
        new TestClient(
            environment.getProperty("local.server.port", Integer.class, 0),
            environment.getProperty("local.management.port", Integer.class, 0)));
  }

  @Override
  public void close() {
    context.close();
  }
}
