package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.netsh.Unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dump has that no record holds.
 *
 * @param flagNames the names of flags, and how many objects have each
 * @param keyNames the names of keys
 * @param unread the objects that have no record
 * @param skipped the elements that have no place
 * @param miscounted the lists with another length than they say
 */
record UnknownSummary(
        Map<String, Long> flagNames,
        List<String> keyNames,
        List<Unknown.UnreadObject> unread,
        List<Unknown.Skipped> skipped,
        List<Unknown.Miscounted> miscounted) {
    static UnknownSummary of(List<Unknown> unknown) {
        UnknownSummary summary =
                new UnknownSummary(
                        new TreeMap<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        unknown.forEach(summary::add);
        return summary;
    }

    private void add(Unknown unknown) {
        switch (unknown) {
            case Unknown.FlagName flag -> flagNames.merge(flag.name(), 1L, Long::sum);
            case Unknown.KeyName key -> keyNames.add(key.name());
            case Unknown.UnreadObject object -> unread.add(object);
            case Unknown.Skipped it -> skipped.add(it);
            case Unknown.Miscounted it -> miscounted.add(it);
        }
    }
}
