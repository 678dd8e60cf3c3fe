package io.github.wfp4j.embedded;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The engine of Windows itself, which needs Windows and an administrator. */
@Tag("native")
final class WindowsContractTest {
    private static final Way WAY = Way.WINDOWS;

    @Nested
    final class Sessions extends SessionsContract {
        Sessions() {
            super(WAY);
        }
    }

    @Nested
    final class Transactions extends TransactionsContract {
        Transactions() {
            super(WAY);
        }
    }

    @Nested
    final class Objects extends ObjectsContract {
        Objects() {
            super(WAY);
        }
    }

    @Nested
    final class ProviderContexts extends ProviderContextsContract {
        ProviderContexts() {
            super(WAY);
        }
    }

    @Nested
    final class MainModePolicies extends MainModePoliciesContract {
        MainModePolicies() {
            super(WAY);
        }
    }

    @Nested
    final class QuickModePolicies extends QuickModePoliciesContract {
        QuickModePolicies() {
            super(WAY);
        }
    }

    @Nested
    final class OtherPolicies extends OtherPoliciesContract {
        OtherPolicies() {
            super(WAY);
        }
    }

    @Nested
    final class Filters extends FiltersContract {
        Filters() {
            super(WAY);
        }
    }

    @Nested
    final class Conditions extends ConditionsContract {
        Conditions() {
            super(WAY);
        }
    }

    @Nested
    final class IkeExemptions extends IkeExemptionsContract {
        IkeExemptions() {
            super(WAY);
        }
    }

    @Nested
    final class Enumerations extends EnumerationsContract {
        Enumerations() {
            super(WAY);
        }
    }

    @Nested
    final class FilterTemplates extends FilterTemplatesContract {
        FilterTemplates() {
            super(WAY);
        }
    }
}
