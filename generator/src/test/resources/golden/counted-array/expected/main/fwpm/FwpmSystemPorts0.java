package io.github.wfp4j.fwpm;

import java.util.List;

/**
 * The ports on which services of Windows listen, by type.
 *
 * <p>C: {@code FWPM_SYSTEM_PORTS0}, {@code fwpmtypes.h}.
 *
 * @param types the ports of each type of service
 */
public record FwpmSystemPorts0(List<FwpmSystemPortsByType0> types) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmSystemPorts0 {
        types = List.copyOf(types);
    }
}
