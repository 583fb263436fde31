package isegoria.moderation.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The configuration of this service alone: the keys {@code isegoria.moderation.*}.
 *
 * @param rules the file of published rules, with its version
 */
@ConfigurationProperties("isegoria.moderation")
public record ModerationProperties(@DefaultValue("classpath:rules.json") Resource rules) {}
