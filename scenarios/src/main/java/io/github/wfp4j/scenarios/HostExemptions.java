package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmFilter0;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts and subnets with which an isolated computer talks without IPsec, such as domain
 * controllers.
 *
 * @param hosts the addresses, at most {@value Role#MOST_HOSTS} of each version
 */
record HostExemptions(List<AddressRange> hosts) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are too many, or one twice
     */
    HostExemptions {
        hosts = List.copyOf(hosts);
        for (IpVersion version : IpVersion.values()) {
            List<AddressRange> some = of(hosts, version);
            if (some.size() > Role.MOST_HOSTS) {
                throw new IllegalArgumentException(
                        "exemptAddresses must be at most %d of %s: %d"
                                .formatted(Role.MOST_HOSTS, version, some.size()));
            }
        }
        if (hosts.stream().map(AddressRange::value).distinct().count() != hosts.size()) {
            throw new IllegalArgumentException("exemptAddresses must not hold one twice: " + hosts);
        }
    }

    /**
     * Refuses hosts that no filter could be for.
     *
     * @throws IllegalArgumentException if one is of a version that is not covered
     */
    void requireIn(Scope scope) {
        for (AddressRange host : hosts) {
            if (!scope.ipVersions().contains(host.ipVersion())) {
                throw new IllegalArgumentException(
                        "exemptAddresses must be of %s: %s".formatted(scope.ipVersions(), host));
            }
        }
    }

    /**
     * The filters of a version.
     *
     * @param connects whether outbound connections have rules to be exempt from
     */
    List<FwpmFilter0> filters(PlannedFilters planned, boolean connects) {
        Map<Role, List<FwpmFilter0>> filters = new EnumMap<>(Role.class);
        List<Role> roles = new ArrayList<>();
        roles.add(Role.INBOUND_HOST_EXEMPTION);
        roles.add(Role.OUTBOUND_HOST_EXEMPTION);
        roles.add(Role.ACCEPT_HOST_EXEMPTION);
        if (connects) {
            roles.add(Role.CONNECT_HOST_EXEMPTION);
        }
        List<AddressRange> some = of(hosts, planned.ipVersion());
        for (Role role : roles) {
            List<FwpmFilter0> list = filters.computeIfAbsent(role, _ -> new ArrayList<>());
            for (int i = 0; i < some.size(); i++) {
                list.add(planned.hostExemption(role, i, some.get(i)));
            }
        }
        return filters.values().stream().flatMap(List::stream).toList();
    }

    private static List<AddressRange> of(List<AddressRange> hosts, IpVersion version) {
        return hosts.stream().filter(host -> host.ipVersion() == version).toList();
    }
}
