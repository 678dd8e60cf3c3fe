package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.util.ArrayList;
import java.util.List;

/**
 * The two ends of a tunnel (9.30).
 *
 * @param version their IP version
 * @param local the address of this end
 * @param remotes the addresses of the other end; empty if that is known by its name
 */
record TunnelEndpoints(
        FwpIpVersion version, FwpConditionValue0 local, List<FwpConditionValue0> remotes) {
    private static final int V4_MULTICAST = 0xE;
    private static final long V4_BROADCAST = 0xFFFF_FFFFL;
    private static final byte V6_MULTICAST = (byte) 0xFF;

    TunnelEndpoints {
        remotes = List.copyOf(remotes);
    }

    /**
     * {@return the ends that a policy names}
     *
     * @throws EngineFailure if one is no address of one host
     */
    static TunnelEndpoints of(IpsecTunnelEndpoints2 endpoints) {
        FwpConditionValue0 local =
                switch (endpoints.localAddress()) {
                    case IpsecTunnelEndpoints2.LocalAddress.V4 it -> value(it.localV4Address());
                    case IpsecTunnelEndpoints2.LocalAddress.V6 it -> value(it.localV6Address());
                };
        require(isHost(local));
        FwpConditionValue0 first =
                switch (endpoints.remoteAddress()) {
                    case IpsecTunnelEndpoints2.RemoteAddress.V4 it -> value(it.remoteV4Address());
                    case IpsecTunnelEndpoints2.RemoteAddress.V6 it -> value(it.remoteV6Address());
                };
        boolean named = endpoints.remoteFqdn() != null || !endpoints.remoteAddresses().isEmpty();
        List<FwpConditionValue0> remotes = new ArrayList<>();
        if (!named || !isAny(first)) {
            remotes.add(first);
        }
        for (IpsecTunnelEndpoint0 more : endpoints.remoteAddresses()) {
            remotes.add(
                    switch (more) {
                        case IpsecTunnelEndpoint0.V4 it -> value(it.v4Address());
                        case IpsecTunnelEndpoint0.V6 it -> value(it.v6Address());
                    });
        }
        for (FwpConditionValue0 remote : remotes) {
            require(isHost(remote) && remote.type() == local.type());
        }
        return new TunnelEndpoints(endpoints.ipVersion(), local, remotes);
    }

    private static void require(boolean valid) {
        EngineFailure.unless(valid, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
    }

    private static FwpConditionValue0 value(long v4) {
        return new FwpConditionValue0.Uint32(v4);
    }

    private static FwpConditionValue0 value(Bytes v6) {
        return new FwpConditionValue0.ByteArray16(new FwpByteArray16(v6));
    }

    private static boolean isAny(FwpConditionValue0 address) {
        return address.equals(value(0)) || address.equals(value(Bytes.of(new byte[16])));
    }

    private static boolean isHost(FwpConditionValue0 address) {
        boolean single =
                switch (address) {
                    case FwpConditionValue0.Uint32 it ->
                            it.uint32() >> 28 != V4_MULTICAST && it.uint32() != V4_BROADCAST;
                    case FwpConditionValue0.ByteArray16 it ->
                            it.byteArray16().byteArray16().get(0) != V6_MULTICAST;
                    default -> false;
                };
        return single && !isAny(address);
    }

    /** {@return the conditions on packets between the two ends} */
    List<FwpmFilterCondition0> conditions() {
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        conditions.add(equal(FwpmConditions.IP_LOCAL_ADDRESS, local));
        remotes.forEach(it -> conditions.add(equal(FwpmConditions.IP_REMOTE_ADDRESS, it)));
        return conditions;
    }

    /** {@return the condition that a field has a value} */
    static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }
}
