package io.github.wfp4j.scenarios;

/** A version of the Internet Protocol; every layer with IPsec exists once for each. */
public enum IpVersion {
    /** Version 4. */
    V4("IPv4"),

    /** Version 6. */
    V6("IPv6");

    private final String title;

    IpVersion(String title) {
        this.title = title;
    }

    /** {@return the name as it is written in texts} */
    @Override
    public String toString() {
        return title;
    }
}
