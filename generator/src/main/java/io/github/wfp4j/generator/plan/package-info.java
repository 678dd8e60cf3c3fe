/** What will exist in Java: names and shapes decided, nothing left to choose. */
@NullMarked
package io.github.wfp4j.generator.plan;

import org.jspecify.annotations.NullMarked;
