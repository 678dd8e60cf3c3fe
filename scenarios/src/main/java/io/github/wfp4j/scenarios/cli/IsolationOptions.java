package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.AddressRange;
import io.github.wfp4j.scenarios.DomainIsolation;

import picocli.CommandLine.Option;

import java.util.List;

/** Of which kind an isolation is. */
final class IsolationOptions {
    static final String ZONE = "--zone";
    static final String EXEMPT = "--exempt";
    static final String INTEGRITY_ONLY = "--integrity-only";

    @Option(
            names = ZONE,
            paramLabel = "ZONE",
            converter = Converters.ZoneName.class,
            description = "isolated, boundary or encryption (default: isolated).")
    private DomainIsolation.Zone zone = DomainIsolation.Zone.ISOLATED;

    @Option(
            names = EXEMPT,
            paramLabel = "ADDRESS",
            split = ",",
            converter = Converters.AddressText.class,
            description = "Addresses and subnets that need no IPsec, such as domain controllers.")
    private List<AddressRange> exempt = List.of();

    @Option(
            names = INTEGRITY_ONLY,
            description = "Connections to the server need not be encrypted.")
    private boolean integrityOnly;

    /** {@return the zone} */
    DomainIsolation.Zone zone() {
        return zone;
    }

    /** {@return who is exempt} */
    List<AddressRange> exempt() {
        return exempt;
    }

    /** {@return whether connections must be encrypted} */
    boolean requireEncryption() {
        return !integrityOnly;
    }
}
