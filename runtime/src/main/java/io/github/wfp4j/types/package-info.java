/**
 * Values that everything else is made of: GUIDs and typed keys, security identifiers, bytes, and
 * checks of unsigned numbers.
 *
 * <p>Start with {@link io.github.wfp4j.types.Guid} and {@link io.github.wfp4j.types.Key}. All
 * values are immutable, and safe for all threads.
 */
@NullMarked
package io.github.wfp4j.types;

import org.jspecify.annotations.NullMarked;
