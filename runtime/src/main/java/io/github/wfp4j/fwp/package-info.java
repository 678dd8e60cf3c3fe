/**
 * The values that all of the platform shares: data types, conditions values, match types, actions.
 *
 * <p>Generated from {@code fwptypes.h}. Start with {@link io.github.wfp4j.fwp.FwpValue0}.
 */
@NullMarked
package io.github.wfp4j.fwp;

import org.jspecify.annotations.NullMarked;
