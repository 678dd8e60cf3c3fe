/**
 * The objects of the management API: providers, contexts, sublayers, callouts, filters, sessions,
 * events.
 *
 * <p>Generated from {@code fwpmtypes.h} and {@code fwpmu.h}. Start with {@link
 * io.github.wfp4j.fwpm.FwpmFilter0}.
 */
@NullMarked
package io.github.wfp4j.fwpm;

import org.jspecify.annotations.NullMarked;
