package isegoria.post.http;

import isegoria.api.Origin;
import isegoria.eventsourcing.read.Barrier;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.SettingsTable;
import isegoria.post.read.counts.PostNumbersTable;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.engagement.MarkTable;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.PostTable;
import isegoria.post.read.relationship.StandingTable;
import isegoria.post.read.sanction.Sanctions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the resources share; it is made here because nobody outside this package may see it. */
@Configuration(proxyBeanMethods = false)
class HttpBeans {

  @Bean
  WebMvcConfigurer factsFirst(Barrier barrier) {
    var interceptor = new FactsFirst(barrier);
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).addPathPatterns("/api/**");
      }
    };
  }

  @Bean
  AccountViews accountViews(
      AccountTable accounts, Sanctions sanctions, Origin origin, Clock clock) {
    return new AccountViews(accounts, sanctions, origin, clock);
  }

  @Bean
  Sightings sightings(
      PostTable posts,
      EngagementTable engagements,
      StandingTable standings,
      Sanctions sanctions,
      Clock clock) {
    return new Sightings(posts, engagements, standings, sanctions, clock);
  }

  @Bean
  PostViews postViews(
      AccountViews accounts,
      PostNumbersTable numbers,
      EngagementTable engagements,
      PinsTable pins,
      Origin origin) {
    return new PostViews(accounts, numbers, engagements, pins, origin);
  }

  @Bean
  Writers writers(AccountTable accounts, Sanctions sanctions, Clock clock) {
    return new Writers(accounts, sanctions, clock);
  }

  @Bean
  Drafts drafts(
      AccountTable accounts,
      SettingsTable settings,
      AccountViews views,
      Sightings sightings,
      Origin origin,
      Clock clock) {
    return new Drafts(accounts, settings, views, sightings, origin, clock);
  }

  @Bean
  MarkLists markLists(
      MarkTable marks, Sightings sightings, PostViews posts, AccountViews accounts, Origin origin) {
    return new MarkLists(marks, sightings, posts, accounts, origin);
  }
}
