package io.github.wfp4j.embedded;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

/**
 * One change, as a value that can be made again on another engine.
 *
 * @param kind what it does
 * @param number to which object
 */
record ConcurrentEdit(Kind kind, int number) {
    /** What marks the keys of the objects that all threads share. */
    static final long SHARED = 0x5555;

    /** What marks the keys of filters that only one thread knows. */
    static final long OWN = 0x7777;

    private static final int WANTED_WEIGHT = 100;

    enum Kind {
        ADD_SUBLAYER,
        ADD_FIRST,
        ADD_SECOND,
        DELETE_FIRST,
        DELETE_SECOND,
        DELETE_SUBLAYER,
        ADD_OWN,
        DELETE_OWN
    }

    /** {@return what making it on an engine answers} */
    ErrorCode make(Engine engine) {
        try {
            change(engine);
            return ErrorCode.ERROR_SUCCESS;
        } catch (WfpException e) {
            return e.error().orElseThrow(() -> e);
        }
    }

    private void change(Engine engine) {
        switch (kind) {
            case ADD_SUBLAYER -> engine.add(Client.sublayer(sublayer(), WANTED_WEIGHT));
            case ADD_FIRST -> engine.add(half(0));
            case ADD_SECOND -> engine.add(half(1));
            case DELETE_FIRST -> engine.delete(half(0).filterKey());
            case DELETE_SECOND -> engine.delete(half(1).filterKey());
            case DELETE_SUBLAYER -> engine.delete(sublayer());
            case ADD_OWN -> engine.add(Samples.block().withFilterKey(own()));
            case DELETE_OWN -> engine.delete(own());
        }
    }

    private SublayerKey sublayer() {
        return new SublayerKey(new Guid(number, SHARED));
    }

    private FwpmFilter0 half(int half) {
        return half(number, half).withSubLayerKey(sublayer());
    }

    /** {@return one of the two filters of a pair, in the default sublayer} */
    static FwpmFilter0 half(int pair, int half) {
        return Samples.block().withFilterKey(new FilterKey(new Guid(2L * pair + half, SHARED)));
    }

    private FilterKey own() {
        return new FilterKey(new Guid(number, OWN));
    }
}
