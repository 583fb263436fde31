/**
 * The running platform as a proof sees it from outside: its processes, what they cost, where its
 * operator's door is, and how parts of it are killed. Start reading at {@link
 * isegoria.tests.platform.Running}.
 */
@NullMarked
package isegoria.tests.platform;

import org.jspecify.annotations.NullMarked;
