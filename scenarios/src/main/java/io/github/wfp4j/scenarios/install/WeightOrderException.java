package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.scenarios.Instance;

import java.io.Serial;
import java.util.List;

/** The engine ranked overlapping filters in another way than the scenario needs. */
public final class WeightOrderException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    WeightOrderException(Instance instance, List<Difference> differences) {
        super(
                "%s \"%s\" was not added, since the engine ranks its filters otherwise; %s"
                        .formatted(instance.scenario(), instance.name(), differences.getFirst()));
    }
}
