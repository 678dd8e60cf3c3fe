package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.scenarios.Instance;

import java.io.Serial;

/**
 * An object has a key of an instance but was put there by someone else, in place of the one that
 * was added. It is not touched: whoever put it there has to take it away.
 */
public final class ForeignObjectException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    ForeignObjectException(Instance instance, String object) {
        super(
                "%s \"%s\" is left alone: %s has one of its keys, but was put there by someone else"
                        .formatted(instance.scenario(), instance.name(), object));
    }
}
