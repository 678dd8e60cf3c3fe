/**
 * The command {@code wfp4j}: arguments in, tables or JSON out.
 *
 * <p>Start with {@link io.github.wfp4j.scenarios.cli.Main}; the other classes of its name's ending
 * are its subcommands. Only this package prints.
 */
@NullMarked
package io.github.wfp4j.scenarios.cli;

import org.jspecify.annotations.NullMarked;
