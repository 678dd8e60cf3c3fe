package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.win32.ErrorCode;

import java.util.BitSet;

/** The sublayers, no two of which have one weight (3.7). */
final class SublayerTable extends Table<FwpmSublayer0> {
    private final BitSet weights = new BitSet(EnginePolicy.MAX_SUBLAYERS);

    SublayerTable() {
        super(Container.SUBLAYERS);
    }

    /**
     * {@return the free weight that is closest to the wanted one}
     *
     * @param wanted the wanted weight, 0 to 65535
     * @throws EngineFailure if none is free
     */
    int freeWeight(int wanted) {
        int lower = weights.previousClearBit(wanted);
        int upper = weights.nextClearBit(wanted);
        boolean upperExists = upper < EnginePolicy.MAX_SUBLAYERS;
        if (lower < 0) {
            EngineFailure.unless(upperExists, ErrorCode.FWP_E_TOO_MANY_SUBLAYERS);
            return upper;
        }
        int down = wanted - lower;
        int up = upper - wanted;
        boolean takeLower =
                !upperExists || (EnginePolicy.LOWER_SUBLAYER_WEIGHT_FIRST ? down <= up : down < up);
        return takeLower ? lower : upper;
    }

    @Override
    void insert(Stored<FwpmSublayer0> stored) {
        super.insert(stored);
        weights.set(stored.value().weight());
    }

    @Override
    void erase(Stored<FwpmSublayer0> stored) {
        super.erase(stored);
        weights.clear(stored.value().weight());
    }
}
