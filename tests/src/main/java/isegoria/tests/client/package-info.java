/**
 * A small, strict client of the public API, as a person or an app would use it. It knows nothing of
 * how the platform works inside; what an answer must always look like is checked on every answer.
 * Start reading at {@link isegoria.tests.client.Api}.
 */
@NullMarked
package isegoria.tests.client;

import org.jspecify.annotations.NullMarked;
