/** Native memory: measured blocks for writing, bounded pointers for reading. Not exported. */
@NullMarked
package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.NullMarked;
