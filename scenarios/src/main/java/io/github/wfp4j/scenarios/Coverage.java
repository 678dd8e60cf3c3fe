package io.github.wfp4j.scenarios;

/** Which packets the filters of a scenario are for. */
public enum Coverage {
    /**
     * Those with a unicast local address, as the pages say, ICMP excepted. Outbound the local
     * address is the source, so packets to a multicast address are among them (C09).
     */
    UNICAST,

    /**
     * As {@link #UNICAST}, but outbound only those with a unicast destination too. No page has this
     * condition.
     */
    UNICAST_AT_BOTH_ENDS,

    /**
     * All packets, ICMP among them: what the overview says of its sample isolation policy, if it is
     * taken by the letter.
     */
    EVERYTHING
}
