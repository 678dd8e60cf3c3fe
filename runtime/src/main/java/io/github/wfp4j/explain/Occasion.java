package io.github.wfp4j.explain;

/** What a packet is in the life of its flow, which decides on the layers that it passes (6.4). */
public enum Occasion {
    /** No packet yet: a program takes a local address and port. */
    BIND,

    /** No packet yet: a program waits for TCP connections. */
    LISTEN,

    /** The first packet of a flow; for TCP the SYN. */
    FIRST,

    /** The packet that ends the handshake of TCP for who receives it: SYN-ACK or ACK. */
    HANDSHAKE,

    /** Any later packet. */
    LATER,

    /** A packet from outside that nobody waits for. */
    NO_LISTENER,

    /** No packet any more: a program closes its socket. */
    CLOSE
}
