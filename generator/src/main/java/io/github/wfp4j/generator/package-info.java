/** The generator: jextract's text in, Java sources out. Start with {@code Generator}. */
@NullMarked
package io.github.wfp4j.generator;

import org.jspecify.annotations.NullMarked;
