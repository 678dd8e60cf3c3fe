/**
 * Policies of the keying modules IKE, AuthIP and IKEv2, and their security associations.
 *
 * <p>Generated from {@code iketypes.h}. Start with {@link io.github.wfp4j.ikeext.IkeextPolicy2}.
 */
@NullMarked
package io.github.wfp4j.ikeext;

import org.jspecify.annotations.NullMarked;
