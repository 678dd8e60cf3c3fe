/**
 * What an engine would do with a packet, and why.
 *
 * <p>Start with {@link io.github.wfp4j.explain.PolicySnapshot}, the objects of an engine as values,
 * and ask a {@link io.github.wfp4j.explain.Classifier} over it. Nothing here calls an engine, but
 * for the reading of a snapshot.
 */
@NullMarked
package io.github.wfp4j.explain;

import org.jspecify.annotations.NullMarked;
