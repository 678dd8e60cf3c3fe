package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What happens to a packet, and why.
 *
 * @param packet the packet
 * @param verdict what happens to it
 * @param decidedBy the filter that brought it about: the one that blocks, else the one by which
 *     IPsec says most, else the last that permits; null if no filter had an opinion
 * @param decidedAt the layer of that filter, or null for none
 * @param layers the layers that it passed, in their order; behind one that drops it, the layer that
 *     shows dropped packets, if that has filters
 * @param notes what else there is to know
 * @param flow the flow afterwards
 * @param answer what happens to the packet by which this computer answers by itself, or null if it
 *     answers nothing
 */
public record Explanation(
        Packet packet,
        Verdict verdict,
        @Nullable FwpmFilter0 decidedBy,
        @Nullable LayerKey decidedAt,
        List<LayerExplanation> layers,
        List<Note> notes,
        FlowState flow,
        @Nullable Explanation answer) {
    /** Copies the lists. */
    public Explanation {
        requireNonNull(packet, "packet");
        requireNonNull(verdict, "verdict");
        requireNonNull(flow, "flow");
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /** {@return the keys of the layers, in their order} */
    public List<LayerKey> layerKeys() {
        return layers.stream().map(LayerExplanation::layer).toList();
    }

    /** {@return a text for people, several lines, with all filters that are in it} */
    @Override
    public String toString() {
        return ExplanationText.of(this);
    }
}
