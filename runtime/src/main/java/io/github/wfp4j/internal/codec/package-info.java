/**
 * Reads and writes every struct. Not exported.
 *
 * <p>Generated from the bindings; layouts and offsets stand here once.
 */
@NullMarked
package io.github.wfp4j.internal.codec;

import org.jspecify.annotations.NullMarked;
