package io.github.wfp4j.scenarios.cli;

import java.util.Iterator;

/** The ids of all scenarios, for a shell that completes them. */
final class ScenarioIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return CatalogEntry.ALL.stream().map(CatalogEntry::id).iterator();
    }
}
