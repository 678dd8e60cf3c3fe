package io.github.wfp4j.engine;

import io.github.wfp4j.internal.memory.Arguments;

import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * A struct that a callback gets a pointer to, which is good until the callback returns.
 *
 * @param cName the C type
 * @param size its size in bytes
 * @param alignment its alignment in bytes
 * @param decode makes a record of one
 */
record EventStruct<E>(String cName, long size, long alignment, Function<MemorySegment, E> decode) {

    /**
     * {@return a copy of the struct at an address}
     *
     * @throws io.github.wfp4j.types.DecodingException if there is none
     */
    E at(MemorySegment pointer) {
        return decode.apply(Arguments.target(pointer, size, alignment, cName));
    }
}
