/**
 * The client API's reports and the moderators' routes. A resource checks who asks, parses what was
 * sent, sends one command and shows what holds. No rule stands here.
 */
@NullMarked
package isegoria.moderation.http;

import org.jspecify.annotations.NullMarked;
