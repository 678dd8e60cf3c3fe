package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;

import org.jspecify.annotations.Nullable;

/**
 * What a callout is asked.
 *
 * @param packet the packet
 * @param filter the filter that matched; it has the layer and the raw context
 * @param providerContext the provider context of the filter, or null for none
 * @param flow the flow of the packet
 * @param ipsec the state of IPsec for it
 */
public record CalloutRequest(
        Packet packet,
        FwpmFilter0 filter,
        @Nullable FwpmProviderContext3 providerContext,
        FlowState flow,
        IpsecState ipsec) {}
