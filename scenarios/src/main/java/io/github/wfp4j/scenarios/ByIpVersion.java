package io.github.wfp4j.scenarios;

/**
 * Something that the pages write once, as {@code V{4|6}}, and that exists twice.
 *
 * @param <T> what it is
 * @param v4 what stands for it in version 4
 * @param v6 what stands for it in version 6
 */
record ByIpVersion<T>(T v4, T v6) {
    /**
     * {@return what stands for it in a version}
     *
     * @param ipVersion the version
     */
    T at(IpVersion ipVersion) {
        return switch (ipVersion) {
            case V4 -> v4;
            case V6 -> v6;
        };
    }
}
