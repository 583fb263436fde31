package isegoria.moderation.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The configuration of this service alone: the keys {@code isegoria.moderation.*}.
 *
 * @param rules the file of published rules, with its version
 * @param standbys copies of every store on other instances, where there are some
 * @param dedupeWindow how long a repeated command gets its first answer; shorter only in tests
 */
@ConfigurationProperties("isegoria.moderation")
public record ModerationProperties(
    @DefaultValue("classpath:rules.json") Resource rules,
    @DefaultValue("1") int standbys,
    @DefaultValue("24h") Duration dedupeWindow) {}
