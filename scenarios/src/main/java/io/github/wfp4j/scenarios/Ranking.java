package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;

/** How the engine is told which of two filters that match the same traffic comes first. */
public enum Ranking {
    /** Not at all, as on the pages: it ranks them by their conditions, and that is checked. */
    AUTOMATIC,

    /** By ranges of weights: 0 for the general filter, 1 and more for those above it. */
    EXPLICIT;

    /** A filter, in a range if ranges are to be given. */
    FwpmFilter0 above(int range, FwpmFilter0 filter) {
        return switch (this) {
            case AUTOMATIC -> filter;
            case EXPLICIT -> filter.withWeight(new FwpValue0.Uint8(range));
        };
    }
}
