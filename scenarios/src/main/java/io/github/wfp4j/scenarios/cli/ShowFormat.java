package io.github.wfp4j.scenarios.cli;

import java.util.Locale;

/** How a plan is shown. */
enum ShowFormat {
    /** As a table for a terminal. */
    TABLE,

    /** As a document in Markdown. */
    MARKDOWN,

    /** As a flowchart in Mermaid. */
    MERMAID,

    /** As a page that needs nothing else. */
    HTML;

    /** {@return the name as the option takes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
