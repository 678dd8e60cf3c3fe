/**
 * The other side of every proof about memory: a reader in C, compiled from the headers of which the
 * bindings were made. Nothing here uses the rules or the code that the bindings come from.
 */
@NullMarked
package io.github.wfp4j.headers;

import org.jspecify.annotations.NullMarked;
