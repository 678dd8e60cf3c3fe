package io.github.wfp4j.embedded;

/**
 * What the engine does where nobody knows what Windows does.
 *
 * <p>Each constant names the rule of the engine's specification that leaves it open. Whoever learns
 * better changes it here.
 */
final class EnginePolicy {
    /**
     * How long a session waits for the lock when it asks for no time, in milliseconds (1.20, U1).
     * Documented are 15 seconds; real sessions show 6 000 000.
     */
    static final long DEFAULT_TRANSACTION_WAIT_MS = 15_000;

    /** A wait of this many milliseconds has no end (1.20). */
    static final long INFINITE_WAIT_MS = 0xFFFF_FFFFL;

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

    /** Whether a context that an older function added is flagged as such when read (3.6). */
    static final boolean FLAG_DOWNLEVEL_CONTEXTS = true;

    /**
     * Whether main mode may authenticate by cryptographically generated IPv6 addresses (3.6), which
     * Windows has turned off unless an administrator turns it on.
     */
    static final boolean GENERATED_ADDRESSES_ENABLED = false;

    /** The highest range that a caller can choose for a weight by {@code FWP_UINT8} (4.3). */
    static final int MAX_WEIGHT_RANGE = 15;

    /** The weight range of the IKE exemptions, {@code FWPM_WEIGHT_RANGE_IKE_EXEMPTIONS} (4.6). */
    static final int IKE_EXEMPTION_RANGE = 12;

    private EnginePolicy() {}

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
