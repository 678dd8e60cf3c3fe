/**
 * Rules for callouts that live beside IPsec.
 *
 * <p>Start with {@link io.github.wfp4j.scenarios.lint.CalloutLinter}. The rules are those of
 * Microsoft's document <a
 * href="https://learn.microsoft.com/windows-hardware/drivers/network/developing-ipsec-compatible-callout-drivers">Developing
 * IPsec-Compatible Callout Drivers</a>, as far as the objects of an engine show whether they are
 * kept. What only the code of a driver shows becomes an advisory.
 */
@NullMarked
package io.github.wfp4j.scenarios.lint;

import org.jspecify.annotations.NullMarked;
