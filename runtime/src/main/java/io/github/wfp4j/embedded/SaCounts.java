package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecAggregateDropPacketStatistics1;
import io.github.wfp4j.ipsec.IpsecAggregateSaStatistics0;
import io.github.wfp4j.ipsec.IpsecAhDropPacketStatistics0;
import io.github.wfp4j.ipsec.IpsecEspDropPacketStatistics0;
import io.github.wfp4j.ipsec.IpsecStatistics1;
import io.github.wfp4j.ipsec.IpsecTrafficStatistics1;
import io.github.wfp4j.ipsec.IpsecTrafficType;

import java.time.Instant;
import java.util.List;

/** Counts the security associations at one moment (9). */
final class SaCounts {
    private static final IpsecTrafficStatistics1 NO_TRAFFIC =
            new IpsecTrafficStatistics1(0, 0, 0, 0, 0, 0, 0);

    private final SaContexts contexts;
    private final Instant now;

    SaCounts(SaContexts contexts, Instant now) {
        this.contexts = contexts;
        this.now = now;
    }

    /** {@return the statistics, in which only the associations are not zero} */
    IpsecStatistics1 statistics() {
        return new IpsecStatistics1(
                associations(),
                new IpsecEspDropPacketStatistics0(0, 0, 0, 0, 0),
                new IpsecAhDropPacketStatistics0(0, 0, 0, 0),
                new IpsecAggregateDropPacketStatistics1(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                NO_TRAFFIC,
                NO_TRAFFIC);
    }

    /** Each association of a bundle counts, and each way: so a pair counts as two or as four. */
    private IpsecAggregateSaStatistics0 associations() {
        List<SaContext> all = contexts.all(now);
        long active =
                all.stream()
                        .flatMap(it -> it.alive(now).stream())
                        .mapToLong(it -> it.details().saBundle().saList().size())
                        .sum();
        long pending = all.stream().filter(SaCounts::isPending).count();
        long tunnels =
                contexts.usable(now).stream()
                        .filter(it -> it.outbound().trafficType() == IpsecTrafficType.TUNNEL)
                        .count();
        SaContexts.Totals totals = contexts.totals();
        return new IpsecAggregateSaStatistics0(
                active,
                pending,
                totals.added(),
                totals.added() - active,
                totals.rekeys(),
                tunnels,
                0);
    }

    private static boolean isPending(SaContext context) {
        return switch (context.awaited()) {
            case INBOUND, OUTBOUND -> true;
            case SPI -> context.all().isEmpty();
            case NONE -> false;
        };
    }
}
