package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.ir.CFunction.Carrier;

import java.util.List;

/**
 * An interface with the functions of one family.
 *
 * @param type the interface
 * @param accessor the method of {@code WfpFunctions} that gives it
 * @param functions the functions in order of their names
 * @param text what the family is about, a sentence
 */
public record FamilyPlan(
        JavaType type, String accessor, List<FunctionPlan> functions, String text) {
    /**
     * A function.
     *
     * @param name the C name
     * @param returnsCode whether it returns an error code; otherwise nothing
     * @param parameters the parameters
     * @param since the Windows version that has it first
     * @param freed the parameters whose memory the caller frees; empty for none
     * @param releases whether it closes a handle or frees memory that another function gave
     */
    public record FunctionPlan(
            String name,
            boolean returnsCode,
            List<ParameterPlan> parameters,
            String since,
            String freed,
            boolean releases) {
        /** {@return how it is called} */
        public Signature signature() {
            return new Signature(returnsCode, parameters);
        }
    }

    /**
     * A callback: a function of the caller's, which the engine calls through a pointer.
     *
     * @param type the interface
     * @param cName the C name
     * @param signature how it is called
     * @param header the header that declares it
     * @param text what it is, a sentence
     */
    public record CallbackPlan(
            JavaType type, String cName, Signature signature, String header, String text) {}

    /**
     * How a function is called.
     *
     * @param returnsCode whether it returns an error code; otherwise nothing
     * @param parameters the parameters
     */
    public record Signature(boolean returnsCode, List<ParameterPlan> parameters) {}

    /**
     * A parameter.
     *
     * @param name the name
     * @param carrier how it crosses the boundary
     * @param cType the C type
     * @param direction {@code in}, {@code out} or {@code inout}
     * @param nullable whether it may be a null pointer
     */
    public record ParameterPlan(
            String name, Carrier carrier, String cType, String direction, boolean nullable) {}
}
