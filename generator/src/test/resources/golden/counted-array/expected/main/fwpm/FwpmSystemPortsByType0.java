package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.Unsigned;
import java.util.List;
import java.util.Objects;

/**
 * The ports of one type of system service.
 *
 * <p>C: {@code FWPM_SYSTEM_PORTS_BY_TYPE0}, {@code fwpmtypes.h}.
 *
 * @param type the type of service
 * @param ports the ports, 0 to 65535 each
 */
public record FwpmSystemPortsByType0(FwpmSystemPortType type, List<Integer> ports) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmSystemPortsByType0 {
        Objects.requireNonNull(type, "type");
        ports = List.copyOf(ports);
        ports.forEach(it -> Unsigned.requireUint16(it, "ports"));
    }

    /**
     * {@return a copy with another {@code type}}
     *
     * @param type the type of service
     */
    public FwpmSystemPortsByType0 withType(FwpmSystemPortType type) {
        return new FwpmSystemPortsByType0(type, ports);
    }

    /**
     * {@return a copy with another {@code ports}}
     *
     * @param ports the ports, 0 to 65535 each
     */
    public FwpmSystemPortsByType0 withPorts(List<Integer> ports) {
        return new FwpmSystemPortsByType0(type, ports);
    }
}
