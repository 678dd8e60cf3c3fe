package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.win32.ErrorCode;

import java.time.Duration;

/**
 * What the engine does where nobody knows what Windows does.
 *
 * <p>Each constant names the rule of the engine's specification that leaves it open. Whoever learns
 * better changes it here.
 *
 * <p>Some of what is open is no number but an order, a table or a way of doing, and stands where it
 * is done:
 *
 * <ul>
 *   <li>U2, which of several mistakes is reported: the order of {@link FilterAddition}
 *   <li>U7, which actions and contexts are possible where: {@link ActionRules} and {@link
 *       ContextRules}
 *   <li>U11, automatic weights at layers where nobody observed a filter: {@link WeightClasses},
 *       which ranks their fields as at the others
 *   <li>U13, what a tunnel adds: {@link TunnelObjects}; deleting an unknown one answers {@link
 *       #UNKNOWN_TUNNEL}
 *   <li>U14, whether clients can delete the IKE exemptions: {@link IkeExemptions}, which adds them
 *       as built-in objects, for each IP version by itself
 *   <li>U15, new provider contexts through old versions: {@link ContextVersions}, for which they
 *       are not there
 *   <li>U16, whether the filter of a context of security associations can be deleted: {@link
 *       SaContexts}, which does not hinder it, and shows the context no more
 *   <li>U18, the best terminating match over several sublayers: {@link FilterQuery}, which takes
 *       the highest sublayer first
 *   <li>U20, when callbacks run: {@link Publication}, at the commit, also for what the end of a
 *       session deletes
 * </ul>
 *
 * <p>Classification, in package explain, does it so:
 *
 * <ul>
 *   <li>U3, several conditions of the kind NOT_EQUAL on one field: one must hold, as with any
 *       others
 *   <li>U5, which end of a value PREFIX looks at: the start
 *   <li>U6, filters of equal weight in one sublayer: the lower id first
 *   <li>U8, evaluation after a hard block: goes on, without effect
 *   <li>U9, whether a plain block can veto a hard permit: only a callout can
 *   <li>U10, EQUAL with a value against a field that is not known: does not match
 *   <li>U19, PASSTHRU and PERSIST_CONNECTION_SECURITY: the first lets clear packets in, the second
 *       those of connections that never were secured
 * </ul>
 */
final class EnginePolicy {
    /**
     * How long a session waits for the lock when it asks for no time, in milliseconds (1.20, U1).
     * Documented are 15 seconds; real sessions show 6 000 000.
     */
    static final long DEFAULT_TRANSACTION_WAIT_MS = 15_000;

    /** A wait of this many milliseconds has no end (1.20). */
    static final long INFINITE_WAIT_MS = 0xFFFF_FFFFL;

    /** How long a transaction may keep others waiting before it can be taken away (2.12). */
    static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    /** The id of the first filter; real ones start about here (3.4). */
    static final long FIRST_FILTER_ID = 66_001;

    /** The id of the first callout that is not built in (3.4). */
    static final long FIRST_CALLOUT_ID = 258;

    /** What ids of provider contexts count up from (3.4). */
    static final long FIRST_PROVIDER_CONTEXT_ID = 0x8000_0000_0000_0000L;

    /** How many sublayers there can be: one for each weight (3.7, U21). */
    static final int MAX_SUBLAYERS = 1 << 16;

    /** How many callouts there can be (3.8). */
    static final int MAX_CALLOUTS = 100_000;

    /**
     * Whether, of two free weights as close to the wanted one, a sublayer gets the lower (3.7,
     * U12).
     */
    static final boolean LOWER_SUBLAYER_WEIGHT_FIRST = true;

    /**
     * Whether a persistent object without a provider may refer to one that has a provider (3.3). An
     * object of one provider never may refer to an object of another.
     */
    static final boolean OWNERLESS_MAY_REFER_TO_OWNED = true;

    /**
     * Whether a filter at the authorization layer of the keying modules may refer to a provider
     * context. Rule 4.2 says yes, the table of 7.2 says no; the table is the more specific.
     */
    static final boolean KM_AUTHORIZATION_TAKES_CONTEXT = false;

    /** The id of the first security association context (9.3). */
    static final long FIRST_SA_CONTEXT_ID = 1;

    /**
     * What answers a filter that does not ask the transport callout of its direction and IP version
     * (9.4).
     */
    static final ErrorCode UNFIT_SA_FILTER = ErrorCode.FWP_E_INVALID_PARAMETER;

    /**
     * Whether the SPI of the next pair can be obtained before the outbound bundle of the current
     * one was added (9.1, 9.5). Documented are the order of the steps and that this one can be
     * repeated, not when.
     */
    static final boolean SPI_BEFORE_OUTBOUND = false;

    /** How many bytes of salt can follow a key for AES-GCM or AES-GMAC (9.12). */
    static final int GCM_SALT_LENGTH = 4;

    /**
     * Whether the ids that say which inbound and outbound bundle are a pair must do so (9.15). The
     * rule is documented, who checks it is not.
     */
    static final boolean REQUIRE_PAIR_IDS = true;

    /** What answers the deletion of a tunnel that does not exist (9.30, U13). */
    static final ErrorCode UNKNOWN_TUNNEL = ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND;

    /** Whether a context that an older function added is flagged as such when read (3.6). */
    static final boolean FLAG_DOWNLEVEL_CONTEXTS = true;

    /** What answers a field that comes again after another one (4.45, U4). */
    static final ErrorCode SCATTERED_FIELD = ErrorCode.FWP_E_DUPLICATE_CONDITION;

    /**
     * What answers a handle that was closed or belongs to another (1.24, 5.7, U17). The real client
     * library raises an exception.
     */
    static final ErrorCode UNKNOWN_HANDLE = ErrorCode.ERROR_INVALID_HANDLE;

    /**
     * Whether main mode may authenticate by cryptographically generated IPv6 addresses (3.6), which
     * Windows has turned off unless an administrator turns it on.
     */
    static final boolean GENERATED_ADDRESSES_ENABLED = false;

    /** The highest range that a caller can choose for a weight by {@code FWP_UINT8} (4.3). */
    static final int MAX_WEIGHT_RANGE = 15;

    /** The weight range of the IKE exemptions, {@code FWPM_WEIGHT_RANGE_IKE_EXEMPTIONS} (4.6). */
    static final int IKE_EXEMPTION_RANGE = 12;

    /**
     * What a transaction answers whose changes cannot be written to the state file (2.10). The real
     * one keeps persistent objects in the registry, and how it reports that this fails is not
     * known.
     */
    static final ErrorCode STATE_FILE_NOT_WRITTEN = ErrorCode.ERROR_WRITE_FAULT;

    /**
     * Whether a service starts with the system of which nothing else is said (3.5). Off Windows
     * there are no services; so the persistent objects of every provider stay active.
     */
    static final boolean SERVICES_START_BY_THEMSELVES = true;

    /**
     * How many notifications wait for one subscription before further ones are dropped (8.13). The
     * documentation says only that they can get lost.
     */
    static final int MAX_WAITING_NOTIFICATIONS = 1 << 16;

    /** How many bytes the kept events may have together; documented is "about 128 KB" (8.4). */
    static final long MAX_NET_EVENT_BYTES = 128 * 1024;

    /**
     * Whether a template for events whose times are both zero asks for all times (8.4). Clients of
     * Windows pass such templates when they subscribe, and get events.
     */
    static final boolean NO_TIMES_ARE_ALL_TIMES = true;

    private EnginePolicy() {}

    /**
     * {@return what an option of a new engine is (1.3)}
     *
     * <p>Known is only that events are collected, without keywords.
     */
    static long defaultOf(FwpmEngineOption option) {
        return switch (option) {
            case COLLECT_NET_EVENTS -> 1;
            case NET_EVENT_MATCH_ANY_KEYWORDS,
                    NAME_CACHE,
                    MONITOR_IPSEC_CONNECTIONS,
                    PACKET_QUEUING,
                    TXN_WATCHDOG_TIMEOUT_IN_MSEC ->
                    0;
        };
    }

    /**
     * {@return whether a character may stand in a text (3.23)}
     *
     * <p>Known is only that "unprintable or ill-formed" text is refused. Control characters and
     * halves of surrogate pairs are refused here, tabs and line ends are not.
     */
    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
