/** Random values of every struct, for tests; all but {@code Samples} is generated. */
@NullMarked
package io.github.wfp4j.samples;

import org.jspecify.annotations.NullMarked;
