package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.KeyExchangeExemption;
import io.github.wfp4j.scenarios.PlannedTunnel;
import io.github.wfp4j.scenarios.install.Difference;

import java.io.PrintWriter;
import java.util.List;

/** What is printed for people: at most 100 columns wide. */
final class TextDocument {
    private TextDocument() {}

    /** The scenarios that there are. */
    static void catalog(PrintWriter out) {
        Table table = new Table(out, 38, 62);
        table.row("SCENARIO", "PURPOSE");
        CatalogEntry.ALL.forEach(entry -> table.row(entry.id(), entry.purpose()));
        table.print();
    }

    /** An instance and its objects. */
    static void print(Report report, String state, PrintWriter out) {
        heading(report, state, out);
        objects(report, out);
    }

    /** In what an instance differs from the plan. */
    static void print(Report report, List<Difference> differences, PrintWriter out) {
        heading(
                report,
                differences.isEmpty()
                        ? "as planned"
                        : "%d difference%s"
                                .formatted(differences.size(), differences.size() == 1 ? "" : "s"),
                out);
        differences.forEach(difference -> out.println("  " + difference));
        if (differences.isEmpty()) {
            objects(report, out);
        }
    }

    private static void heading(Report report, String state, PrintWriter out) {
        Instance instance = report.instance();
        EngineChoice engine = report.engine();
        out.printf(
                "%s%s: %s%s%n",
                instance.scenario(),
                instance.name().equals(instance.scenario())
                        ? ""
                        : " \"%s\"".formatted(instance.name()),
                state,
                engine == null ? "" : ", %s engine".formatted(engine));
    }

    private static void objects(Report report, PrintWriter out) {
        if (!report.providerContexts().isEmpty()) {
            out.printf("%nProvider contexts: %d%n", report.providerContexts().size());
            contexts(report, out);
        }
        if (!report.filters().isEmpty()) {
            out.printf("%nFilters: %d%n", report.filters().size());
            FilterTable.print(report.filters(), report.instance().name() + ": ", out);
        }
        if (!report.tunnels().isEmpty()) {
            out.printf(
                    "%nTunnels, for which the engine makes filters: %d%n", report.tunnels().size());
            tunnels(report, out);
        }
        if (!report.associations().isEmpty()) {
            out.printf("%nSecurity associations: %d%n", report.associations().size());
            associations(report, out);
        }
        if (!report.exemptions().isEmpty()) {
            out.printf("%nThe engine lets pass by itself, while it has a main mode policy:%n");
            exemptions(report, out);
        }
        if (!report.engineFilters().isEmpty()) {
            out.printf(
                    "%nFilters that the engine added by itself, for key exchange%s: %d%n",
                    report.engineFilters().stream().anyMatch(TextDocument::isOfTunnel)
                            ? " and tunnels"
                            : "",
                    report.engineFilters().size());
            FilterTable.print(report.engineFilters(), "", out);
        }
    }

    private static boolean isOfTunnel(FwpmFilter0 filter) {
        return filter.context() instanceof FwpmFilter0.Context.ProviderContext;
    }

    private static void tunnels(Report report, PrintWriter out) {
        Table table = new Table(out, 2, 14, 44, 40);
        for (PlannedTunnel tunnel : report.tunnels()) {
            List<String> flags = tunnel.flags().cNames();
            for (int i = 0; i < tunnel.conditions().size(); i++) {
                table.row(
                        "",
                        "",
                        ConditionText.of(tunnel.conditions().get(i)),
                        i < flags.size() ? flags.get(i) : "");
            }
        }
        table.print();
    }

    private static void associations(Report report, PrintWriter out) {
        Table table = new Table(out, 2, 8, 8, 20, 20, 40);
        table.row("", "CONTEXT", "", "LOCAL", "REMOTE", "INDEX, TRANSFORM");
        for (AssociationLine line : report.associations()) {
            table.row(
                    "",
                    line.contextId() == null ? "-" : line.contextId(),
                    line.direction(),
                    line.local(),
                    line.remote(),
                    "%s %s"
                            .formatted(
                                    line.spi() == null ? "to be chosen," : line.spi(),
                                    line.transform()));
        }
        table.print();
    }

    private static void exemptions(Report report, PrintWriter out) {
        Table table = new Table(out, 2, 40, 20);
        for (KeyExchangeExemption exemption : report.exemptions()) {
            table.row("", exemption.layer().toString(), "UDP port " + exemption.port());
        }
        table.print();
    }

    private static void contexts(Report report, PrintWriter out) {
        Table table = new Table(out, 2, 14, 44, 40);
        String prefix = report.instance().name() + ": ";
        for (FwpmProviderContext3 context : report.providerContexts()) {
            table.row(
                    "",
                    ConditionText.withoutPrefix(
                            String.valueOf(context.displayData().name()), prefix),
                    context.type().cName(),
                    context.providerContextKey().toString());
        }
        table.print();
    }
}
