/**
 * What people write: parsing, counting, finding names, tags and links, and the HTML made of it. All
 * pure. One scanner ({@link isegoria.api.text.TextScanner}) finds the parts, so that what is
 * counted, what is resolved and what is rendered can never disagree. Start reading at {@link
 * isegoria.api.text.PostText}.
 */
@NullMarked
package isegoria.api.text;

import org.jspecify.annotations.NullMarked;
