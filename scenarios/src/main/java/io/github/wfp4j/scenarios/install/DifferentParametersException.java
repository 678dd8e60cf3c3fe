package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.scenarios.Instance;

import java.io.Serial;
import java.util.List;

/** An instance was to be added, but is there already with other parameters. */
public final class DifferentParametersException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** Not part of the serial form: those who catch the exception are in the same process. */
    private final transient List<Difference> differences;

    DifferentParametersException(Instance instance, List<Difference> differences) {
        super(
                "%s \"%s\" is there already, with %d difference%s"
                        .formatted(
                                instance.scenario(),
                                instance.name(),
                                differences.size(),
                                differences.size() == 1 ? "" : "s"));
        this.differences = List.copyOf(differences);
    }

    /** {@return in what the instance that is there differs from the one to be added} */
    public List<Difference> differences() {
        return differences;
    }
}
