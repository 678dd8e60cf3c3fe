package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.codec.IpsecGetspi0Codec;
import io.github.wfp4j.internal.codec.IpsecGetspi1Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle0Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle1Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext1Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.IpsecSaDetails0Codec;
import io.github.wfp4j.internal.codec.IpsecSaDetails1Codec;
import io.github.wfp4j.internal.codec.IpsecTraffic0Codec;
import io.github.wfp4j.internal.codec.IpsecTraffic1Codec;
import io.github.wfp4j.internal.codec.IpsecVirtualIfTunnelInfo0Codec;
import io.github.wfp4j.ipsec.IpsecGetspi0;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaDetails0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecVirtualIfTunnelInfo0;

/** The structs of the functions on security associations. */
final class SaStructs {
    static final Struct<IpsecTraffic0> TRAFFIC0 =
            new Struct<>(
                    "IPSEC_TRAFFIC0",
                    IpsecTraffic0Codec.BYTE_SIZE,
                    IpsecTraffic0Codec::read,
                    IpsecTraffic0Codec::write,
                    IpsecTraffic0Codec::extent);

    static final Struct<IpsecTraffic1> TRAFFIC1 =
            new Struct<>(
                    "IPSEC_TRAFFIC1",
                    IpsecTraffic1Codec.BYTE_SIZE,
                    IpsecTraffic1Codec::read,
                    IpsecTraffic1Codec::write,
                    IpsecTraffic1Codec::extent);

    static final Struct<IpsecVirtualIfTunnelInfo0> VIRTUAL_INTERFACE =
            new Struct<>(
                    "IPSEC_VIRTUAL_IF_TUNNEL_INFO0",
                    IpsecVirtualIfTunnelInfo0Codec.BYTE_SIZE,
                    IpsecVirtualIfTunnelInfo0Codec::read,
                    IpsecVirtualIfTunnelInfo0Codec::write,
                    IpsecVirtualIfTunnelInfo0Codec::extent);

    static final Struct<IpsecGetspi0> GET_SPI0 =
            new Struct<>(
                    "IPSEC_GETSPI0",
                    IpsecGetspi0Codec.BYTE_SIZE,
                    IpsecGetspi0Codec::read,
                    IpsecGetspi0Codec::write,
                    IpsecGetspi0Codec::extent);

    static final Struct<IpsecGetspi1> GET_SPI1 =
            new Struct<>(
                    "IPSEC_GETSPI1",
                    IpsecGetspi1Codec.BYTE_SIZE,
                    IpsecGetspi1Codec::read,
                    IpsecGetspi1Codec::write,
                    IpsecGetspi1Codec::extent);

    static final Struct<IpsecSaBundle0> BUNDLE0 =
            new Struct<>(
                    "IPSEC_SA_BUNDLE0",
                    IpsecSaBundle0Codec.BYTE_SIZE,
                    IpsecSaBundle0Codec::read,
                    IpsecSaBundle0Codec::write,
                    IpsecSaBundle0Codec::extent);

    static final Struct<IpsecSaBundle1> BUNDLE1 =
            new Struct<>(
                    "IPSEC_SA_BUNDLE1",
                    IpsecSaBundle1Codec.BYTE_SIZE,
                    IpsecSaBundle1Codec::read,
                    IpsecSaBundle1Codec::write,
                    IpsecSaBundle1Codec::extent);

    static final Struct<IpsecSaContext0> CONTEXT0 =
            new Struct<>(
                    "IPSEC_SA_CONTEXT0",
                    IpsecSaContext0Codec.BYTE_SIZE,
                    IpsecSaContext0Codec::read,
                    IpsecSaContext0Codec::write,
                    IpsecSaContext0Codec::extent);

    static final Struct<IpsecSaContext1> CONTEXT1 =
            new Struct<>(
                    "IPSEC_SA_CONTEXT1",
                    IpsecSaContext1Codec.BYTE_SIZE,
                    IpsecSaContext1Codec::read,
                    IpsecSaContext1Codec::write,
                    IpsecSaContext1Codec::extent);

    static final Struct<IpsecSaContextEnumTemplate0> CONTEXT_TEMPLATE =
            new Struct<>(
                    "IPSEC_SA_CONTEXT_ENUM_TEMPLATE0",
                    IpsecSaContextEnumTemplate0Codec.BYTE_SIZE,
                    IpsecSaContextEnumTemplate0Codec::read,
                    IpsecSaContextEnumTemplate0Codec::write,
                    IpsecSaContextEnumTemplate0Codec::extent);

    static final Struct<IpsecSaDetails0> DETAILS0 =
            new Struct<>(
                    "IPSEC_SA_DETAILS0",
                    IpsecSaDetails0Codec.BYTE_SIZE,
                    IpsecSaDetails0Codec::read,
                    IpsecSaDetails0Codec::write,
                    IpsecSaDetails0Codec::extent);

    static final Struct<IpsecSaDetails1> DETAILS1 =
            new Struct<>(
                    "IPSEC_SA_DETAILS1",
                    IpsecSaDetails1Codec.BYTE_SIZE,
                    IpsecSaDetails1Codec::read,
                    IpsecSaDetails1Codec::write,
                    IpsecSaDetails1Codec::extent);

    private SaStructs() {}
}
