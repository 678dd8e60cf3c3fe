package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.engine.SecurityAssociations;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaCipherInformation0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1.PolicyId;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.PlannedAssociations;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds, compares and deletes the security associations of plans, which no transaction can hold
 * (MS-4).
 */
final class PlanAssociations {
    private final SecurityAssociations associations;

    PlanAssociations(Engine engine) {
        this.associations = engine.securityAssociations();
    }

    /**
     * Adds those of a plan, whose filters are there. If one fails, its context is gone again.
     *
     * @param installed what there is of the plan's instance
     */
    void add(Plan plan, Installed installed) {
        for (PlannedAssociations planned : plan.associations()) {
            long inbound = installed.filter(planned.inboundFilter()).orElseThrow().filterId();
            long outbound = installed.filter(planned.outboundFilter()).orElseThrow().filterId();
            long id = associations.create(planned.traffic(outbound)).id();
            try {
                Long chosen = planned.inboundSpi();
                long spi;
                if (chosen == null) {
                    spi = associations.getSpi(id, planned.request(inbound));
                } else {
                    spi = chosen;
                    associations.setSpi(id, planned.request(inbound), spi);
                }
                associations.addInbound(id, planned.inboundBundle(spi));
                Long ofPeer = planned.outboundSpi();
                if (ofPeer != null) {
                    associations.addOutbound(id, planned.outboundBundle(ofPeer));
                }
            } catch (WfpException e) {
                deleteAfter(e, id);
                throw e;
            }
        }
    }

    private void deleteAfter(WfpException failure, long id) {
        try {
            associations.delete(id);
        } catch (NotFoundException _) {
            // It has gone with one of its filters.
        } catch (WfpException e) {
            failure.addSuppressed(e);
        }
    }

    /** Adds the outbound associations that were left out before. */
    void complete(Plan plan, Installed installed) {
        for (PlannedAssociations planned : plan.associations()) {
            Long ofPeer = planned.outboundSpi();
            if (ofPeer != null) {
                IpsecSaContext1 context = find(planned, installed).getFirst();
                associations.addOutbound(context.saContextId(), planned.outboundBundle(ofPeer));
            }
        }
    }

    /** Deletes contexts. */
    void delete(List<IpsecSaContext1> contexts) {
        for (IpsecSaContext1 context : contexts) {
            try {
                associations.delete(context.saContextId());
            } catch (NotFoundException _) {
                // It has come to the end of its life.
            }
        }
    }

    /** Whether the plan differs only in having outbound associations, which can be added. */
    static boolean onlyOutboundIsMissing(Plan plan, Installed installed) {
        return !plan.associations().isEmpty()
                && plan.associations().stream()
                        .allMatch(planned -> {
                            List<IpsecSaContext1> found = find(planned, installed);
                            return found.size() == 1
                                    && found.getFirst().outboundSa() == null
                                    && planned.outboundSpi() != null
                                    && differences(
                                                    describe(plan, planned),
                                                    planned.inboundSpi(),
                                                    planned.inboundBundle(1),
                                                    found.getFirst().inboundSa(),
                                                    "inboundSa")
                                            .isEmpty();
                        });
    }

    /** In what those that there are differ from a plan. */
    static List<Difference> differences(Plan plan, Installed installed) {
        List<Difference> differences = new ArrayList<>();
        List<IpsecSaContext1> rest = new ArrayList<>(installed.associations());
        for (PlannedAssociations planned : plan.associations()) {
            List<IpsecSaContext1> found = find(planned, installed);
            String object = describe(plan, planned);
            if (found.isEmpty()) {
                differences.add(Difference.missing(object));
            } else {
                IpsecSaContext1 context = found.getFirst();
                rest.remove(context);
                differences.addAll(
                        differences(
                                object,
                                planned.inboundSpi(),
                                planned.inboundBundle(1),
                                context.inboundSa(),
                                "inboundSa"));
                Long spi = planned.outboundSpi();
                if (spi != null || context.outboundSa() != null) {
                    differences.addAll(
                            spi == null
                                    ? List.of(new Difference(object, "outboundSa", null, "there"))
                                    : differences(
                                            object,
                                            spi,
                                            planned.outboundBundle(spi),
                                            context.outboundSa(),
                                            "outboundSa"));
                }
            }
        }
        rest.forEach(context ->
                differences.add(
                        Difference.notPlanned(
                                "security association context " + context.saContextId())));
        return differences;
    }

    /**
     * Compares what is ours to say: the engine may fill in the rest.
     *
     * @param spi the index, or null if the engine chose it
     */
    private static List<Difference> differences(
            String object,
            @Nullable Long spi,
            IpsecSaBundle1 planned,
            @Nullable IpsecSaDetails1 found,
            String direction) {
        if (found == null) {
            return List.of(new Difference(object, direction, "there", "missing"));
        }
        List<Difference> differences = new ArrayList<>();
        IpsecSa0 one = planned.saList().getFirst();
        Optional<IpsecSa0> other = found.saBundle().saList().stream().findFirst();
        if (other.isEmpty() || found.saBundle().saList().size() != 1) {
            return List.of(
                    new Difference(
                            object,
                            direction + ".saBundle.saList",
                            "1 association",
                            found.saBundle().saList().size() + " associations"));
        }
        if (spi != null && spi != other.get().spi()) {
            differences.add(
                    new Difference(
                            object,
                            direction + ".spi",
                            Long.toString(spi),
                            Long.toString(other.get().spi())));
        }
        String plannedTransform = transform(one.information());
        String foundTransform = transform(other.get().information());
        if (!plannedTransform.equals(foundTransform)) {
            differences.add(
                    new Difference(
                            object, direction + ".transform", plannedTransform, foundTransform));
        } else if (!sameKeys(one.information(), other.get().information())) {
            differences.add(new Difference(object, direction + ".keys", "others", "***"));
        }
        differences.addAll(
                Comparison.of(
                        object + " " + direction + " lifetime",
                        planned.lifetime(),
                        found.saBundle().lifetime()));
        return differences;
    }

    private static List<IpsecSaContext1> find(PlannedAssociations planned, Installed installed) {
        List<Long> ids =
                installed.filters().stream()
                        .filter(filter ->
                                filter.filterKey().equals(planned.inboundFilter())
                                        || filter.filterKey().equals(planned.outboundFilter()))
                        .map(filter -> filter.filterId())
                        .toList();
        return installed.associations().stream()
                .filter(context ->
                        isFor(ids, context.inboundSa()) || isFor(ids, context.outboundSa()))
                .toList();
    }

    private static boolean isFor(List<Long> filterIds, @Nullable IpsecSaDetails1 details) {
        return details != null
                && details.traffic().policyId() instanceof PolicyId.Transport(long id)
                && filterIds.contains(id);
    }

    private static String describe(Plan plan, PlannedAssociations planned) {
        return "security associations \"%s: with %s\""
                .formatted(plan.instance().name(), planned.remote());
    }

    /** What protects, without keys. */
    private static String transform(Information information) {
        return switch (information) {
            case Information.Ah it -> "AH " + transform(it.ahInformation());
            case Information.EspAuth it -> "ESP " + transform(it.espAuthInformation());
            case Information.EspAuthFw it -> "ESP " + transform(it.espAuthFwInformation());
            case Information.EspCipher it -> "ESP " + transform(it.espCipherInformation());
            case Information.EspAuthAndCipher it ->
                    "ESP "
                            + transform(it.espAuthAndCipherInformation().saCipherInformation())
                            + " "
                            + transform(it.espAuthAndCipherInformation().saAuthInformation());
        };
    }

    private static String transform(IpsecSaAuthInformation0 information) {
        return information.authTransform().authTransformId().toString();
    }

    private static String transform(IpsecSaCipherInformation0 information) {
        return information.cipherTransform().cipherTransformId().toString();
    }

    /** Whether keys are the same, as far as the engine gives them out. */
    private static boolean sameKeys(Information planned, Information found) {
        List<Bytes> wanted = keys(planned);
        List<Bytes> there = keys(found);
        for (int i = 0; i < wanted.size(); i++) {
            if (!there.get(i).isEmpty() && !there.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Bytes> keys(Information information) {
        return switch (information) {
            case Information.Ah it -> List.of(it.ahInformation().authKey().data());
            case Information.EspAuth it -> List.of(it.espAuthInformation().authKey().data());
            case Information.EspAuthFw it -> List.of(it.espAuthFwInformation().authKey().data());
            case Information.EspCipher it -> List.of(it.espCipherInformation().cipherKey().data());
            case Information.EspAuthAndCipher it ->
                    List.of(
                            it.espAuthAndCipherInformation().saAuthInformation().authKey().data(),
                            it.espAuthAndCipherInformation()
                                    .saCipherInformation()
                                    .cipherKey()
                                    .data());
        };
    }
}
