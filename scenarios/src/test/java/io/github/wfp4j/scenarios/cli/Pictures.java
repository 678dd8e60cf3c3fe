package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.cli.PlanPicture.Context;
import io.github.wfp4j.scenarios.cli.PlanPicture.Filter;
import io.github.wfp4j.scenarios.cli.PlanPicture.Layer;
import io.github.wfp4j.scenarios.cli.PlanPicture.Part;
import io.github.wfp4j.scenarios.cli.PlanPicture.Reference;

import java.util.List;

/** Pictures to draw in tests. */
final class Pictures {
    /** A picture as it comes out of a scenario. */
    static final PlanPicture SCENARIO =
            PlanPicture.of(GuaranteedEncryption.of("test", 5555).plan());

    private Pictures() {}

    /** A picture in which every text is the same. */
    static PlanPicture of(String text) {
        return new PlanPicture(
                text,
                text,
                text,
                List.of(
                        new Layer(
                                "l1",
                                text,
                                text,
                                List.of(
                                        new Filter(
                                                "f1",
                                                text,
                                                text,
                                                text,
                                                text,
                                                List.of(text, text),
                                                text,
                                                "permit",
                                                new Reference("c1", text),
                                                List.of(
                                                        new Reference("f1", text),
                                                        new Reference(null, text)))))),
                List.of(new Context("c1", text, text, text, text, text)),
                List.of(new Part("others", text, List.of(text + "\n" + text))),
                List.of(text));
    }
}
