package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a packet, without the reasons.
 *
 * @param verdict what happens
 * @param decidedBy the filter that brought it about: the one that blocks, else the one by which
 *     IPsec says most, else the last that permits; null if no filter had an opinion
 * @param flow the flow afterwards
 */
public record Decision(Verdict verdict, @Nullable FwpmFilter0 decidedBy, FlowState flow) {}
