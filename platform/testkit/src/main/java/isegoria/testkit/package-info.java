/**
 * What tests are made of: specs for deciders, goldens, laws, architecture rules.
 *
 * <p>Nothing here ships. The real broker and database for tests are in {@code backing}. Start
 * reading at {@link isegoria.testkit.DeciderSpec}.
 */
@NullMarked
package isegoria.testkit;

import org.jspecify.annotations.NullMarked;
