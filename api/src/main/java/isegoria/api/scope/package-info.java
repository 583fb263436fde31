/**
 * What a token may do. Scopes form a hierarchy, asked through {@link isegoria.api.scope.Scopes}
 * only; whether the person behind the token may do it is decided elsewhere.
 */
@NullMarked
package isegoria.api.scope;

import org.jspecify.annotations.NullMarked;
