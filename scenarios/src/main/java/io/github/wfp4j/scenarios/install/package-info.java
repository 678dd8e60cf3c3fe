/**
 * Puts scenarios into an engine and takes them out again.
 *
 * <p>Start with {@link io.github.wfp4j.scenarios.install.Installer}.
 */
@NullMarked
package io.github.wfp4j.scenarios.install;

import org.jspecify.annotations.NullMarked;
