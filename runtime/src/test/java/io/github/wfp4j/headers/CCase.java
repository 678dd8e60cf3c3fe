package io.github.wfp4j.headers;

/**
 * What one tag makes of a union.
 *
 * @param union which union of the struct, from 1
 * @param tag the member that holds the tag
 * @param mask the name of the bits of it that count, or empty for all
 * @param value the name of the tag, or a number, or {@code default}
 * @param member the member that the tag selects, or empty for none
 */
record CCase(int union, String tag, String mask, String value, String member) {}
