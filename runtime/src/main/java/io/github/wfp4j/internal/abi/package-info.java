/**
 * The C functions, one interface per family, over segments. Not exported.
 *
 * <p>Generated from the bindings, but for the symbol table.
 */
@NullMarked
package io.github.wfp4j.internal.abi;

import org.jspecify.annotations.NullMarked;
