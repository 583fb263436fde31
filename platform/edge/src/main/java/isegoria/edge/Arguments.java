package isegoria.edge;

import isegoria.eventsourcing.ask.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives methods of resources what they declare: a viewer, parameters, a command's context. */
record Arguments<T>(Class<T> type, Function<HttpServletRequest, T> source)
    implements HandlerMethodArgumentResolver {

  static Arguments<Viewer> viewer() {
    return new Arguments<>(Viewer.class, TokenCheck::viewer);
  }

  static Arguments<Params> params() {
    return new Arguments<>(Params.class, ParamReader::of);
  }

  static Arguments<CommandContext> commandContext(CommandContexts contexts) {
    return new Arguments<>(
        CommandContext.class, request -> contexts.of(request, TokenCheck.viewer(request)));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == type;
  }

  @Override
  public T resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("request: none (expected: of a servlet)");
    }
    return source.apply(request);
  }
}
