package io.github.wfp4j.engine;

/**
 * The ids that the engine gave when it created a context for security associations.
 *
 * @param id of the context, a {@code UINT64}
 * @param inboundFilterId of the filter for its inbound traffic, a {@code UINT64}; 0 if the engine
 *     did not say
 */
public record SaContextIds(long id, long inboundFilterId) {}
