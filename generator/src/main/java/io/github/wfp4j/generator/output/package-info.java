/** Where generated sources go. */
@NullMarked
package io.github.wfp4j.generator.output;

import org.jspecify.annotations.NullMarked;
