package io.github.wfp4j.generator.ir;

import io.github.wfp4j.generator.diagnostics.Position;

/**
 * A constant of the headers: a macro or an enumerator.
 *
 * @param name the name
 * @param value the value, sign-extended where the bindings hold it in an {@code int}
 * @param tag the tag of the enum that declares it, empty for a macro
 * @param position where the bindings declare it
 */
public record CConstant(String name, long value, String tag, Position position) {}
