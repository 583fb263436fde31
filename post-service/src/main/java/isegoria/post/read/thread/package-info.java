/**
 * Threads: what a post answers and what answers it. Start reading at {@link
 * isegoria.post.read.thread.PostThread}.
 */
@NullMarked
package isegoria.post.read.thread;

import org.jspecify.annotations.NullMarked;
