/**
 * The structs read in place, without copying.
 *
 * <p>Generated from the bindings. A cursor hands out views; start with {@link
 * io.github.wfp4j.view.FwpmFilter0View}.
 */
@NullMarked
package io.github.wfp4j.view;

import org.jspecify.annotations.NullMarked;
