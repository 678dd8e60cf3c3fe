/**
 * Reads and writes what {@code netsh wfp show state} and {@code netsh wfp show filters} write:
 * start at {@link io.github.wfp4j.netsh.NetshReader} and {@link io.github.wfp4j.netsh.NetshDump}.
 *
 * <p>An element of a dump is named after the C member that it shows, and the components of the
 * records are named after the same members. So the form of a struct follows from its record, and
 * what does not follow stands in one class, {@code Forms}.
 */
@NullMarked
package io.github.wfp4j.netsh;

import org.jspecify.annotations.NullMarked;
