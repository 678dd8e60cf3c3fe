package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.install.Difference;

import java.io.PrintWriter;
import java.util.List;

/** What is printed for people: at most 100 columns wide. */
final class TextDocument {
    private TextDocument() {}

    /** The scenarios that there are. */
    static void catalog(PrintWriter out) {
        Table table = new Table(out, 30, 70);
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
        if (!report.engineFilters().isEmpty()) {
            out.printf(
                    "%nFilters that the engine added by itself, for key exchange: %d%n",
                    report.engineFilters().size());
            FilterTable.print(report.engineFilters(), "", out);
        }
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
