package io.github.wfp4j.scenarios.lint;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;

/** A rule for callouts that live beside IPsec. */
public enum CalloutRule {
    /** A callout below the transport. */
    CO_001(
            "Callout at a network layer",
            Severity.ERROR,
            "Use a stream or datagram data layer, or a transport layer as rules CO-003 to CO-012"
                    + " demand.",
            IncompatibleLayers::network),

    /** A callout where packets are forwarded. */
    CO_002(
            "Callout at a forwarding layer",
            Severity.ERROR,
            "Keep IPsec traffic away from this callout, or inspect it at the end points, at a"
                    + " stream or datagram data layer.",
            IncompatibleLayers::forward),

    /** A callout at the inbound transport that does not see connections being accepted. */
    CO_003(
            "Inbound transport callout without a receive/accept companion",
            Severity.ERROR,
            "Add a callout of the same provider at FWPM_LAYER_ALE_AUTH_RECV_ACCEPT of the same IP"
                    + " version, with a filter, and inspect there what still needs ALE"
                    + " classification.",
            Companions::inbound),

    /** A callout at the outbound transport that does not see connections being accepted. */
    CO_004(
            "Outbound transport callout without a receive/accept companion",
            Severity.WARNING,
            "Add a callout of the same provider at FWPM_LAYER_ALE_AUTH_RECV_ACCEPT of the same IP"
                    + " version, with a filter. One of Microsoft's two pages demands it for"
                    + " outbound transport, too.",
            Companions::outbound),

    /** A companion without a filter. */
    CO_005(
            "Companion is never invoked",
            Severity.WARNING,
            "Add a filter at the callout's layer that names it.",
            Companions::neverInvoked),

    /** A filter that takes its turn before IPsec at the transport. */
    CO_006(
            "Transport callout in a sublayer not below the universal sublayer",
            Severity.ERROR,
            "Give the sublayer a weight below that of FWPM_SUBLAYER_UNIVERSAL, as the engine"
                    + " reports it.",
            SublayerWeights::transport),

    /** A filter that takes its turn before IPsec at application layer enforcement. */
    CO_007(
            "ALE callout in a sublayer not below the universal sublayer",
            Severity.WARNING,
            "Give the sublayer a weight below that of FWPM_SUBLAYER_UNIVERSAL, as the engine"
                    + " reports it.",
            SublayerWeights::ale),

    /** A filter without a sublayer of its own. */
    CO_008(
            "Transport or ALE callout filter left in the default sublayer",
            Severity.ERROR,
            "Add a sublayer with a weight below that of FWPM_SUBLAYER_UNIVERSAL, and name it in"
                    + " the filter.",
            SublayerWeights::defaultSublayer),

    /** Rebuilt datagrams. */
    CO_009(
            "Receive injection of rebuilt packets from a datagram data layer",
            Severity.ADVISORY,
            "The layer is compatible unless the driver rebuilds incoming packets before it"
                    + " injects them on the receive path: see that it does not.",
            DriverAdvisories::rebuiltDatagrams),

    /** Packets that ALE classifies later. */
    CO_010(
            "Packets that still need ALE classification",
            Severity.ADVISORY,
            "At the inbound transport layer the driver must permit packets with"
                    + " FWPS_METADATA_FIELD_ALE_CLASSIFY_REQUIRED, and inspect them at ALE"
                    + " receive/accept.",
            DriverAdvisories::aleClassification),

    /** Packets that are still in a tunnel. */
    CO_011(
            "Tunnel mode packets not yet detunneled",
            Severity.ADVISORY,
            "The driver must permit packets whose security information says tunnel mode and not"
                    + " detunneled.",
            DriverAdvisories::tunnels),

    /** Headers of IPsec in packets that are injected again. */
    CO_012(
            "AH or ESP header before reinjection",
            Severity.ADVISORY,
            "Before it injects a protected packet again, the driver must clone it and call"
                    + " FwpsConstructIpHeaderForTransportPacket0 with headerIncludeHeaderSize"
                    + " equal to the size of the IP header.",
            DriverAdvisories::ipsecHeaders),

    /** How protected traffic is told from other. */
    CO_013(
            "Recognition of protected traffic",
            Severity.ADVISORY,
            "Test the flag at a layer that has it. In the driver: test the flag at ALE"
                    + " receive/accept, and query the security information at transport layers.",
            FlagConditions::secured),

    /** How long a decrypted packet is. */
    CO_014(
            "Length of decrypted ESP packets",
            Severity.ADVISORY,
            "The driver must take the length from the NET_BUFFER's data length, not from its"
                    + " MDLs.",
            DriverAdvisories::decryptedLength),

    /** A layer that Microsoft's document leaves out. */
    CO_015(
            "Layer not classified by the document",
            Severity.INFO,
            "Test the callout with traffic that IPsec protects.",
            UnjudgedLayers::noVerdict),

    /** A layer below IP. */
    CO_016(
            "Callout at a frame or switch layer",
            Severity.WARNING,
            "Expect protected payload to be unreadable, and let it pass.",
            UnjudgedLayers::frames),

    /** A flag that is gone. */
    CO_017(
            "Filter tests the withdrawn ALE classify flag",
            Severity.INFO,
            "Have the driver test FWPS_METADATA_FIELD_ALE_CLASSIFY_REQUIRED, which replaces the"
                    + " flag from Windows Vista SP1 and Windows Server 2008 on.",
            FlagConditions::withdrawn),

    /** A filter that blocks because its driver is not there. */
    CO_018(
            "Callout filter whose callout is not registered",
            Severity.WARNING,
            "Start the driver, or set FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED in the"
                    + " filter, or remove it.",
            Registration::missing),

    /** A callout that could be at a compatible layer. */
    CO_019(
            "A data layer would do",
            Severity.INFO,
            "To inspect data, prefer the stream and datagram data layers, as Microsoft's page of"
                    + " best practices does.",
            DataLayers::unused),

    /** Any of the above where IPsec is at work. */
    CO_020(
            "Violation beside an active IPsec policy",
            Severity.ERROR,
            "Mend what the named rule found: traffic of the policy suffers from it now.",
            BesidePolicy::violations);

    private final String title;
    private final Severity severity;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method, which holds nothing
    private final Check check;

    CalloutRule(String title, Severity severity, String remedy, Check check) {
        this.title = title;
        this.severity = severity;
        this.remedy = remedy;
        this.check = check;
    }

    /** {@return the id, as {@code CO-001}} */
    public String id() {
        return name().replace('_', '-');
    }

    /** {@return what the rule is about} */
    public String title() {
        return title;
    }

    /** {@return how much its findings matter where they have no reason to matter less or more} */
    public Severity severity() {
        return severity;
    }

    /** {@return what to do about its findings} */
    public String remedy() {
        return remedy;
    }

    /** What it looks for. */
    Check check() {
        return check;
    }

    /** A finding about a callout. */
    Finding finding(Severity how, FwpmCallout0 callout, String reason) {
        return new Finding(
                this, how, Finding.Subject.of(callout), callout.applicableLayer(), reason);
    }

    /** A finding about a filter. */
    Finding finding(Severity how, FwpmFilter0 filter, String reason) {
        return new Finding(this, how, Finding.Subject.of(filter), filter.layerKey(), reason);
    }
}
