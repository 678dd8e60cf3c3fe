/**
 * IPsec policies and security associations.
 *
 * <p>Generated from {@code ipsectypes.h}. Start with {@link
 * io.github.wfp4j.ipsec.IpsecTransportPolicy2}.
 */
@NullMarked
package io.github.wfp4j.ipsec;

import org.jspecify.annotations.NullMarked;
