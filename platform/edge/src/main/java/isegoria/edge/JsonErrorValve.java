package isegoria.edge;

import isegoria.api.ApiJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Errors that Tomcat answers before any servlet sees the request: an unreadable request line or
 * header.
 */
public final class JsonErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failed) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0) {
      return;
    }
    try {
      response.setContentType("application/json");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(ApiJson.write(ProblemAdvice.byStatus(response.getStatus()).body()));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      // The client has gone, or an answer has begun: no client would read another one.
      container.getLogger().debug("no error body: " + gone.getClass().getSimpleName());
    }
  }
}
