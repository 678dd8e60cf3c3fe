/** Source positions, message ids and the collector of problems. */
@NullMarked
package io.github.wfp4j.generator.diagnostics;

import org.jspecify.annotations.NullMarked;
