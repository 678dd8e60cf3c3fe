package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Detail;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.PolicySnapshot;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.install.Installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Says what happens to a packet, and why. */
@Command(
        name = "explain",
        description = {
            "Says what happens to a packet, and which filters bring it about.",
            "Exit code 0: it passes, 4: it is blocked or held."
        },
        footer = {
            "",
            "Example: wfp4j explain --direction out --proto tcp --local 10.0.0.5:50000 --remote"
                    + " 10.0.0.7:443 --scenario guaranteed-encryption --port 5555"
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Wfp4jCommand parent;
    @Mixin private final PacketArguments packet = new PacketArguments();
    @Mixin private final StateArguments state = new StateArguments();

    @Option(
            names = "--scenario",
            paramLabel = "ID [OPTIONS]",
            parameterConsumer = ScenarioConsumer.class,
            description =
                    "Ask an engine that holds this scenario and nothing else, made for the"
                            + " question; with the scenario's options behind the id, such as"
                            + " --port. Can be given several times.")
    private List<Scenario> scenarios = new ArrayList<>();

    @Option(
            names = "--import",
            paramLabel = "DUMP.xml",
            description = "Ask about the filters that netsh wrote to a file.")
    private @Nullable Path dump;

    @Option(
            names = "--all",
            description = "Show the filters that do not match too, with what keeps them from it.")
    private boolean all;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        Path file = dump;
        if (!scenarios.isEmpty() && (file != null || root.hasState())) {
            throw packet.wrong("--scenario is instead of --state and --import");
        }
        if (file != null && root.choosesEngine()) {
            throw packet.wrong("--import is instead of --engine and --state");
        }
        Packet described = packet.packet();
        Explanation explanation;
        if (file != null) {
            explanation = ofDump(file, described);
        } else if (scenarios.isEmpty()) {
            try (Engine engine = root.open(root.decideEngine())) {
                explanation = explain(engine, described);
            }
        } else {
            explanation = ofScenarios(described);
        }
        if (root.json()) {
            root.out().println(ExplanationJson.of(explanation, all));
        } else {
            ExplanationTree.print(explanation, all, root.out());
        }
        return explanation.verdict().isPermitted() ? ExitCode.DONE : ExitCode.BLOCKED;
    }

    private Explanation ofDump(Path file, Packet described) {
        try (EmbeddedEngine own =
                        DumpFile.engine(DumpFile.read(file), file, EmbeddedEngineOptions.DEFAULT);
                Engine engine = own.open(Sessions.named("wfp4j"))) {
            return explain(engine, described);
        }
    }

    private Explanation ofScenarios(Packet described) {
        try (EmbeddedEngine own = EmbeddedEngine.create();
                Engine engine = own.open(Sessions.named("wfp4j"))) {
            Installer installer = new Installer(engine);
            scenarios.forEach(installer::apply);
            return explain(engine, described);
        }
    }

    private Explanation explain(Engine engine, Packet described) {
        String program = packet.program();
        Packet whole = described;
        if (program != null) {
            FwpByteBlob appId = program.startsWith("\\device\\") ? null : engine.appId(program);
            whole = appId == null ? described.app(program) : described.app(appId);
        }
        return explain(PolicySnapshot.of(engine), whole);
    }

    private Explanation explain(PolicySnapshot policy, Packet whole) {
        return Classifier.of(policy).explain(whole, state.flow(), state.ipsec(), Detail.EVERYTHING);
    }
}
