package io.github.wfp4j.scenarios.lint;

/** Layers that the rules treat alike; the names are those of {@code callout_layers.csv}. */
enum LayerSet {
    /** Data of TCP connections: compatible with IPsec. */
    COMPATIBLE_STREAM,

    /** Data of all else but ICMP errors: compatible with IPsec. */
    COMPATIBLE_DATAGRAM,

    /** Packets below the transport: listed as incompatible. */
    INCOMPATIBLE_NETWORK,

    /** Forwarded packets: incompatible by the document's prose. */
    INCOMPATIBLE_FORWARD,

    /** Packets at the transport, in both directions: compatible under conditions. */
    TRANSPORT,

    /** Accepting connections, which goes with the transport layers. */
    ALE_COMPANION,

    /** The other layers of application layer enforcement. */
    ALE_OTHER,

    /** Frames and virtual switches, below IP. */
    FRAME,

    /** Policy layers in user mode, which no packet reaches. */
    USER_MODE,

    /** Layers that the document does not mention. */
    OTHER,

    /** The fast layers, which Microsoft advises against. */
    RESERVED_FAST,

    /** Layers that are in no list, such as those of a newer Windows. */
    UNLISTED
}
