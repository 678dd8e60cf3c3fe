/**
 * An engine in memory, on any system: start at {@link io.github.wfp4j.embedded.EmbeddedEngine}.
 *
 * <p>It answers every call as the engine of Windows does, as far as its rules are known; where they
 * are not, what it does instead is a constant of one class. Calls that it does not have answer
 * {@code ERROR_CALL_NOT_IMPLEMENTED}.
 */
@NullMarked
package io.github.wfp4j.embedded;

import org.jspecify.annotations.NullMarked;
