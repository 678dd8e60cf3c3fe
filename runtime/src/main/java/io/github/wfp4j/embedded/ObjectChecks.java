package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/** The checks that all kinds of objects share (3.3). */
final class ObjectChecks {
    private ObjectChecks() {}

    /** Refuses an object without a name, and texts that cannot be shown (3.22, 3.23). */
    static void requireName(FwpmDisplayData0 displayData) {
        EngineFailure.unless(displayData.name() != null, ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        requireTexts(displayData);
    }

    /** Refuses texts that cannot be shown (3.23). */
    static void requireTexts(FwpmDisplayData0 displayData) {
        requireText(displayData.name());
        requireText(displayData.description());
    }

    /** Refuses a text that cannot be shown (3.23); none is fine. */
    static void requireText(@Nullable String text) {
        EngineFailure.unless(
                text == null || text.codePoints().allMatch(EnginePolicy::isPrintable),
                ErrorCode.FWP_E_INVALID_PARAMETER);
    }

    /** Refuses flags that a caller cannot set (3.27). */
    static void requireFlags(int bits, int allowed) {
        EngineFailure.unless((bits & ~allowed) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
    }
}
