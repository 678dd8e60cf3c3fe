/** From the plan to Java sources, one emitter for each kind of output. */
@NullMarked
package io.github.wfp4j.generator.emit;

import org.jspecify.annotations.NullMarked;
