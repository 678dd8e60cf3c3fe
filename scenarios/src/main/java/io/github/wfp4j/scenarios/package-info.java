/**
 * Microsoft's IPsec policy scenarios as values: parameters in, an immutable plan of records out.
 *
 * <p>There is one class for each: {@link io.github.wfp4j.scenarios.TransportMode}, {@link
 * io.github.wfp4j.scenarios.NegotiationDiscovery}, {@link io.github.wfp4j.scenarios.BoundaryMode},
 * on which {@link io.github.wfp4j.scenarios.GuaranteedEncryption} and {@link
 * io.github.wfp4j.scenarios.RemoteIdentityAuthorization} build; {@link
 * io.github.wfp4j.scenarios.ManualIpsecSas}, {@link io.github.wfp4j.scenarios.TunnelMode}, {@link
 * io.github.wfp4j.scenarios.IkeAuthipExemptions}; and {@link
 * io.github.wfp4j.scenarios.SampleIsolationPolicy}, {@link
 * io.github.wfp4j.scenarios.DomainIsolation}, {@link io.github.wfp4j.scenarios.ServerIsolation}. A
 * {@link io.github.wfp4j.scenarios.Scenario} gives a {@link io.github.wfp4j.scenarios.Plan}, which
 * contains the very objects that an engine is to hold; nothing here touches an engine, so plans can
 * be printed and compared. The package {@code install} puts them into one.
 *
 * <p>The scenarios are described at <a
 * href="https://learn.microsoft.com/windows/win32/fwp/ipsec-configuration">IPsec Configuration</a>.
 */
@NullMarked
package io.github.wfp4j.scenarios;

import org.jspecify.annotations.NullMarked;
