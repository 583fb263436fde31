package isegoria.post.http;

import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.eventsourcing.read.Barrier;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.counts.PostCountTable;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.engagement.MarkTable;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.PostTable;
import isegoria.post.read.relationship.RelationshipTable;
import isegoria.service.WriteAccess;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the resources share; it is made here because it is private to this package. */
@Configuration(proxyBeanMethods = false)
class HttpBeans {

  @Bean
  WebMvcConfigurer writeBarrier(Barrier barrier) {
    var interceptor = new WriteBarrier(barrier);
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).addPathPatterns("/api/**");
      }
    };
  }

  @Bean
  AccountViews accountViews(
      AccountTable accounts, SanctionsInForce sanctions, Origin origin, Clock clock) {
    return new AccountViews(accounts, sanctions, origin, clock);
  }

  @Bean
  PostVisibility postVisibility(
      PostTable posts,
      EngagementTable engagements,
      RelationshipTable relationships,
      SanctionsInForce sanctions,
      Clock clock) {
    return new PostVisibility(posts, engagements, relationships, sanctions, clock);
  }

  @Bean
  PostViews postViews(
      AccountViews accounts,
      PostCountTable counts,
      EngagementTable engagements,
      PinsTable pins,
      ViewerFilters filters,
      Origin origin) {
    return new PostViews(accounts, counts, engagements, pins, filters, origin);
  }

  @Bean
  AuthorAccess authorAccess(AccountTable accounts, WriteAccess writeAccess) {
    return new AuthorAccess(accounts, writeAccess);
  }

  @Bean
  Drafts drafts(
      AccountTable accounts,
      AccountViews views,
      PostVisibility postVisibility,
      Origin origin,
      Clock clock) {
    return new Drafts(accounts, views, postVisibility, origin, clock);
  }

  @Bean
  MarkLists markLists(
      MarkTable marks,
      PostVisibility postVisibility,
      PostViews posts,
      AccountViews accounts,
      Origin origin) {
    return new MarkLists(marks, postVisibility, posts, accounts, origin);
  }
}
