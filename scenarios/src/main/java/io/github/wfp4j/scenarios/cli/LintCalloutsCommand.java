package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.scenarios.lint.CalloutLinter;
import io.github.wfp4j.scenarios.lint.Finding;
import io.github.wfp4j.scenarios.lint.Inventory;
import io.github.wfp4j.scenarios.lint.Severity;
import io.github.wfp4j.types.CalloutKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Applies the rules for callouts that live beside IPsec. */
@Command(
        name = "callouts",
        description =
                "Applies Microsoft's rules for callouts that live beside IPsec. Exit code 3 if an"
                        + " error was found; advisories name what only a driver's code shows.",
        footer = {
            "",
            "Example: wfp4j lint callouts",
            "         wfp4j lint callouts --acknowledge 5c9f6d3e-0b7a-4f0e-9d43-7a1c2b3d4e5f --json"
        })
final class LintCalloutsCommand implements Callable<Integer> {
    @ParentCommand private @Nullable LintCommand parent;

    @Option(
            names = "--acknowledge",
            paramLabel = "KEY",
            split = ",",
            converter = CalloutGuid.class,
            description = "Callouts whose drivers were checked: no advisories CO-009 to CO-014.")
    private Set<CalloutKey> acknowledged = Set.of();

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        EngineChoice choice = root.decideEngine();
        try (Engine engine = root.open(choice)) {
            Inventory inventory = Inventory.of(engine);
            inventory.unread().forEach(line -> root.err().println("wfp4j: " + line));
            List<Finding> findings = CalloutLinter.lint(inventory, acknowledged);
            if (root.json()) {
                root.out().println(LintDocument.json(choice, findings));
            } else {
                LintDocument.print(choice, findings, root.terminal().hasColours(), root.out());
            }
            return findings.stream().anyMatch(it -> it.severity() == Severity.ERROR)
                    ? ExitCode.DIFFERS
                    : ExitCode.DONE;
        }
    }

    /** Reads the GUID of a callout. */
    static final class CalloutGuid implements ITypeConverter<CalloutKey> {
        @Override
        public CalloutKey convert(String value) {
            try {
                return CalloutKey.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
