/**
 * Assertions about what a policy does with packets, for tests.
 *
 * <p>Start with {@link io.github.wfp4j.assertj.PolicyAssertions}. Who uses this has AssertJ among
 * the dependencies; nothing else here needs it.
 *
 * {@snippet :
 * assertThat(PolicySnapshot.of(engine))
 *         .onPacket(tcp().from("10.0.0.5:50000").to("10.0.0.7:23"))
 *         .isBlocked()
 *         .byFilterNamed("no telnet");
 * }
 */
@NullMarked
package io.github.wfp4j.assertj;

import org.jspecify.annotations.NullMarked;
