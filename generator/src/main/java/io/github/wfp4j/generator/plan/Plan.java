package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * Everything that will be emitted.
 *
 * @param structs the structs
 * @param enums the enums
 * @param flags the flag sets
 * @param numbers the holders of plain numbers
 * @param keyHolders the holders of well-known keys
 * @param families the function families
 * @param callbacks the callback types
 * @param errors the error codes
 * @param schema the engine's built-in objects
 */
public record Plan(
        List<StructPlan> structs,
        List<EnumPlan> enums,
        List<FlagsPlan> flags,
        List<NumbersPlan> numbers,
        List<KeyHolderPlan> keyHolders,
        List<FamilyPlan> families,
        List<FamilyPlan.CallbackPlan> callbacks,
        List<ErrorPlan> errors,
        SchemaPlan schema) {
    /**
     * An error code.
     *
     * @param name the C name
     * @param code the number
     * @param meaning what it says, a phrase
     */
    public record ErrorPlan(String name, long code, String meaning) {}
}
