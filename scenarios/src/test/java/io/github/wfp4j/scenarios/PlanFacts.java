package io.github.wfp4j.scenarios;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.types.LayerKey;

import java.util.List;
import java.util.stream.Stream;

/** What tests ask of plans. */
final class PlanFacts {
    private PlanFacts() {}

    /** The filters at layers. */
    static List<FwpmFilter0> at(Plan plan, LayerKey... layers) {
        return plan.filters().stream()
                .filter(filter -> List.of(layers).contains(filter.layerKey()))
                .toList();
    }

    /** The filter of a role in a version. */
    static FwpmFilter0 filter(Plan plan, Role role, IpVersion version) {
        return plan.filters().stream()
                .filter(it ->
                        it.filterKey()
                                .equals(
                                        plan.instance()
                                                .filterKey(
                                                        role.toString(),
                                                        Instance.Place.of(version))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no filter " + role + " " + version));
    }

    /** The raw context of a filter. */
    static long rawContext(FwpmFilter0 filter) {
        return filter.context() instanceof FwpmFilter0.Context.RawContext(long raw) ? raw : -1;
    }

    /** The names of the fields of a filter's conditions. */
    static List<String> fields(FwpmFilter0 filter) {
        return filter.filterCondition().stream()
                .map(FwpmFilterCondition0::fieldKey)
                .map(Object::toString)
                .toList();
    }

    /** The quick mode policies. */
    static List<IpsecTransportPolicy2> quickMode(Plan plan) {
        return policies(plan)
                .flatMap(policy ->
                        switch (policy) {
                            case Policy.IpsecIkeQmTransportContext it ->
                                    Stream.of(it.ikeQmTransportPolicy());
                            case Policy.IpsecAuthipQmTransportContext it ->
                                    Stream.of(it.authipQmTransportPolicy());
                            case Policy.IpsecIkev2QmTransportContext it ->
                                    Stream.of(it.ikeV2QmTransportPolicy());
                            default -> Stream.empty();
                        })
                .toList();
    }

    /** The main mode policies. */
    static List<IkeextPolicy2> mainMode(Plan plan) {
        return policies(plan)
                .flatMap(policy ->
                        switch (policy) {
                            case Policy.IpsecIkeMmContext it -> Stream.of(it.ikeMmPolicy());
                            case Policy.IpsecAuthipMmContext it -> Stream.of(it.authIpMmPolicy());
                            case Policy.IpsecIkev2MmContext it -> Stream.of(it.ikeV2MmPolicy());
                            default -> Stream.empty();
                        })
                .toList();
    }

    private static Stream<Policy> policies(Plan plan) {
        return plan.allProviderContexts().stream().map(FwpmProviderContext3::policy);
    }

    /** What an engine holds of a scenario once it is applied. */
    static Installed install(Scenario scenario) {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(scenario);
            return installer.readBack(scenario.footprint());
        }
    }
}
