package io.github.wfp4j.generator.ir;

import java.util.List;

/**
 * Everything that the bindings say, each list ordered by name.
 *
 * @param structs the structs
 * @param constants the macros and enumerators, GUID halves included
 * @param functions the functions
 * @param callbacks the callback types
 */
public record Bindings(
        List<CStruct> structs,
        List<CConstant> constants,
        List<CFunction> functions,
        List<CFunction> callbacks) {}
