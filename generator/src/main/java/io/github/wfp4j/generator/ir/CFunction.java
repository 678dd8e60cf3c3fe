package io.github.wfp4j.generator.ir;

import io.github.wfp4j.generator.diagnostics.Position;

import java.util.List;

/**
 * A function of the headers, or a callback that they declare as a function pointer.
 *
 * @param name the name
 * @param returnType the C type of the result, {@code void} for none
 * @param parameters the parameters in order
 * @param position where the bindings declare it
 */
public record CFunction(
        String name, CType returnType, List<CParameter> parameters, Position position) {
    /**
     * A parameter.
     *
     * @param name the name
     * @param type the type, without {@code const}
     * @param carrier the Java type that carries it across the boundary
     */
    public record CParameter(String name, CType type, Carrier carrier) {}

    /** How a value crosses the boundary. */
    public enum Carrier {
        /** As 8 bits. */
        BYTE,
        /** As 16 bits. */
        SHORT,
        /** As 32 bits. */
        INT,
        /** As 64 bits. */
        LONG,
        /** As an address. */
        POINTER
    }
}
