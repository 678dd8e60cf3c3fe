package io.github.wfp4j.embedded;

import org.junit.jupiter.api.Nested;

/** The embedded engine, called in Java. */
final class DirectContractTest {
    private static final Way WAY = Way.DIRECT;

    @Nested
    final class Sessions extends SessionsContract {
        Sessions() {
            super(WAY);
        }
    }

    @Nested
    final class EngineOptions extends EngineOptionsContract {
        EngineOptions() {
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
    final class Filters extends FiltersContract {
        Filters() {
            super(WAY);
        }
    }

    @Nested
    final class FilterContexts extends FilterContextsContract {
        FilterContexts() {
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
    final class TransportPolicies extends TransportPoliciesContract {
        TransportPolicies() {
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
    final class Security extends SecurityContract {
        Security() {
            super(WAY);
        }
    }

    @Nested
    final class Subscriptions extends SubscriptionsContract {
        Subscriptions() {
            super(WAY);
        }
    }

    @Nested
    final class AppIds extends AppIdsContract {
        AppIds() {
            super(WAY);
        }
    }

    @Nested
    final class ConnectionPolicies extends ConnectionPoliciesContract {
        ConnectionPolicies() {
            super(WAY);
        }
    }

    @Nested
    final class Connections extends ConnectionsContract {
        Connections() {
            super(WAY);
        }
    }

    @Nested
    final class FilterTemplates extends FilterTemplatesContract {
        FilterTemplates() {
            super(WAY);
        }
    }

    @Nested
    final class Inventory extends InventoryContract {
        Inventory() {
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
    final class NetEvents extends NetEventsContract {
        NetEvents() {
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
    final class QuickModePolicies extends QuickModePoliciesContract {
        QuickModePolicies() {
            super(WAY);
        }
    }

    @Nested
    final class SaAgeing extends SaAgeingContract {
        SaAgeing() {
            super(WAY);
        }
    }

    @Nested
    final class SaBundles extends SaBundlesContract {
        SaBundles() {
            super(WAY);
        }
    }

    @Nested
    final class SaContextSubscriptions extends SaContextSubscriptionsContract {
        SaContextSubscriptions() {
            super(WAY);
        }
    }

    @Nested
    final class SaContexts extends SaContextsContract {
        SaContexts() {
            super(WAY);
        }
    }

    @Nested
    final class SaReading extends SaReadingContract {
        SaReading() {
            super(WAY);
        }
    }

    @Nested
    final class Statistics extends StatisticsContract {
        Statistics() {
            super(WAY);
        }
    }

    @Nested
    final class TunnelObjects extends TunnelObjectsContract {
        TunnelObjects() {
            super(WAY);
        }
    }

    @Nested
    final class Tunnels extends TunnelsContract {
        Tunnels() {
            super(WAY);
        }
    }
}
