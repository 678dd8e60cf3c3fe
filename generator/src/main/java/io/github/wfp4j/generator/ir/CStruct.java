package io.github.wfp4j.generator.ir;

import io.github.wfp4j.generator.diagnostics.Position;

import java.util.List;

/**
 * A struct of the headers, with the layout that a compiler for 64-bit Windows gives it.
 *
 * @param name the typedef's name, for example {@code FWPM_FILTER0}
 * @param tag the tag that the bindings use, for example {@code FWPM_FILTER0_}
 * @param size the size in bytes
 * @param alignment the alignment in bytes
 * @param members the members in the order of declaration
 * @param position where the bindings declare it
 */
public record CStruct(
        String name,
        String tag,
        long size,
        long alignment,
        List<CMember> members,
        Position position) {}
