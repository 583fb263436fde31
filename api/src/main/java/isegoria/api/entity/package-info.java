/**
 * Every entity of the client API as a record, with exactly its keys: a component that may be {@code
 * null} is written as null, one marked {@code NON_NULL} is left out. What must not live here: rules
 * about who may see what. Start reading at {@link isegoria.api.entity.Account} and {@link
 * isegoria.api.entity.Status}; both have a builder with the usual answers filled in.
 */
@NullMarked
package isegoria.api.entity;

import org.jspecify.annotations.NullMarked;
