/** What the headers say, as records, with the layouts of 64-bit Windows. */
@NullMarked
package io.github.wfp4j.generator.ir;

import org.jspecify.annotations.NullMarked;
