/**
 * Who gets what from which endpoint: expected by one rule from the table of endpoints, and asked of
 * the running system. Start reading at {@link isegoria.tests.access.AccessRule}.
 */
@NullMarked
package isegoria.tests.access;

import org.jspecify.annotations.NullMarked;
