package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.scenarios.Instance;

import java.io.Serial;

/**
 * Someone else has changed an instance: put an object in the place of one that was added, or
 * changed one while the rest was being added. It is not touched: whoever did it has to undo it.
 */
public final class ForeignObjectException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    ForeignObjectException(Instance instance, String object) {
        super(
                "%s \"%s\" is left alone: %s has one of its keys, but was put there by someone else"
                        .formatted(instance.scenario(), instance.name(), object));
    }

    ForeignObjectException(Instance instance, Difference difference) {
        super(
                "%s \"%s\" is left as it is, since someone else has changed it meanwhile: %s"
                        .formatted(instance.scenario(), instance.name(), difference));
    }
}
