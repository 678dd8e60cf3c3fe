/**
 * The types of Windows itself that the API uses, and its error codes.
 *
 * <p>Generated. Start with {@link io.github.wfp4j.win32.ErrorCode}.
 */
@NullMarked
package io.github.wfp4j.win32;

import org.jspecify.annotations.NullMarked;
