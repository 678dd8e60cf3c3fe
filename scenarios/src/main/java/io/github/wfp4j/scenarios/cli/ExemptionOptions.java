package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.AddressRange;
import io.github.wfp4j.scenarios.IkeAuthipExemptions;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Set;

/** With whom key exchange is allowed. */
final class ExemptionOptions {
    /** All of them. */
    static final Set<String> NAMES = Set.of("--peer", "--range");

    @Option(
            names = "--peer",
            paramLabel = "ADDRESS",
            split = ",",
            converter = Converters.AddressText.class,
            description =
                    "Allow key exchange with these addresses and subnets only (default: with all,"
                            + " and nothing is added).")
    private List<AddressRange> peers = List.of();

    @Option(
            names = "--range",
            paramLabel = "N",
            description = "The range of weights of the filter that allows it: 14 or 15.")
    private int range = IkeAuthipExemptions.RANGE;

    /** {@return the peers} */
    List<AddressRange> peers() {
        return peers;
    }

    /** {@return the range of weights} */
    int range() {
        return range;
    }
}
