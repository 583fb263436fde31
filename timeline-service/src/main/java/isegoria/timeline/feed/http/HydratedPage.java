package isegoria.timeline.feed.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.entity.Account;
import isegoria.api.view.PostCounts;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostRow;
import java.util.Map;
import java.util.Set;

/**
 * Everything a page shows, loaded.
 *
 * @param engagements of the reader; empty for an anonymous reader
 * @param pinned posts that the reader keeps on top of their own profile
 * @param views accounts in the client API's shape, each made once for a page
 */
record HydratedPage(
    Map<Long, PostRow> posts,
    Map<Long, PostCounts> counts,
    Map<Long, KnownAccount> accounts,
    Map<Long, Engagement> engagements,
    Set<Long> pinned,
    Map<Long, Account> views) {}
