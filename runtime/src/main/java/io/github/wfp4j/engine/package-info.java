/**
 * The management API: what programs call.
 *
 * <p>Start with {@link io.github.wfp4j.engine.Engine}. Opened for a session, it adds, gets, deletes
 * and enumerates the objects of the filtering platform; {@link io.github.wfp4j.engine.Transaction}
 * makes several changes one, {@link io.github.wfp4j.engine.Cursor} walks an enumeration, {@link
 * io.github.wfp4j.engine.Subscription} tells a listener what happens meanwhile. What is added are
 * plain records of the package {@code fwpm}; {@link io.github.wfp4j.engine.Sessions}, {@link
 * io.github.wfp4j.engine.Filters} and {@link io.github.wfp4j.engine.Conditions} make the usual
 * ones. What is not an object has a part of its own, such as {@link
 * io.github.wfp4j.engine.Engine#securityAssociations()}, {@link
 * io.github.wfp4j.engine.Engine#options()} and {@link io.github.wfp4j.engine.Engine#security()}.
 * Whatever an engine refuses arrives as a {@link io.github.wfp4j.engine.WfpException}.
 *
 * <p>Engines, transactions, cursors and subscriptions are closed by whoever opened them. Cursors
 * and subscriptions that were forgotten are freed when the garbage collector finds them; with the
 * system property {@code wfp4j.debug.leaks=true}, read each time that one is opened, the {@link
 * System.Logger} {@code io.github.wfp4j.engine} warns of each such one, with the call that opened
 * it. That call is remembered by its stack trace, which costs some microseconds each.
 *
 * <p>What an engine returns is not trusted: an array of more than 16,777,216 elements or bytes, or
 * a text of more than 1,048,576 characters, is refused with a {@link
 * io.github.wfp4j.types.DecodingException}. The system properties {@code
 * wfp4j.decoding.maxElements} and {@code wfp4j.decoding.maxTextLength}, read once, set other
 * limits.
 *
 * <p>Microsoft describes the platform under <a
 * href="https://learn.microsoft.com/windows/win32/fwp/windows-filtering-platform-start-page">Windows
 * Filtering Platform</a>.
 */
@NullMarked
package io.github.wfp4j.engine;

import org.jspecify.annotations.NullMarked;
