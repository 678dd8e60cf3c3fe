/** The reader of jextract's output, on the JDK's own parser. */
@NullMarked
package io.github.wfp4j.generator.source;

import org.jspecify.annotations.NullMarked;
