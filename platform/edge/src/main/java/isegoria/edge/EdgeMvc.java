package isegoria.edge;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.List;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the edge changes in Spring MVC: arguments, ids in paths, checks, and what is answered. */
final class EdgeMvc implements WebMvcConfigurer {

  private static final String INTERNAL = "/internal/**";

  private final HandlerInterceptor caughtUp;
  private final HandlerInterceptor tokens;
  private final HandlerInterceptor internal;
  private final HandlerInterceptor reads;
  private final CommandContexts contexts;

  EdgeMvc(
      HandlerInterceptor caughtUp,
      HandlerInterceptor tokens,
      HandlerInterceptor internal,
      HandlerInterceptor reads,
      CommandContexts contexts) {
    this.caughtUp = caughtUp;
    this.tokens = tokens;
    this.internal = internal;
    this.reads = reads;
    this.contexts = contexts;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(Arguments.viewer());
    resolvers.add(Arguments.params());
    resolvers.add(Arguments.commandContext(contexts));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(internal).addPathPatterns(INTERNAL);
    registry.addInterceptor(caughtUp).excludePathPatterns(INTERNAL, "/error");
    registry.addInterceptor(tokens).excludePathPatterns(INTERNAL, "/error");
    registry.addInterceptor(reads).excludePathPatterns(INTERNAL, "/error");
  }

  /** An id in a path that cannot be one names nothing: 404. */
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, AccountId.class, text -> new AccountId(Params.id(text)));
    registry.addConverter(String.class, PostId.class, text -> new PostId(Params.id(text)));
  }

  /** Clients get JSON whatever they say they accept; pages state what they produce. */
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation
        .ignoreAcceptHeader(true)
        .favorParameter(false)
        .defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
  }
}
