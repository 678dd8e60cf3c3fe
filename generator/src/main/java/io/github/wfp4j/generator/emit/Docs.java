package io.github.wfp4j.generator.emit;

import com.palantir.javapoet.CodeBlock;

import io.github.wfp4j.generator.plan.Component;

import java.util.List;
import java.util.Locale;

/** Javadoc of generated code. */
final class Docs {
    private Docs() {}

    /** {@return the text with everything that Javadoc or HTML would interpret made harmless} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    /** {@return a sentence, and the C name and header on a line of their own} */
    static CodeBlock type(String text, String cName, String header) {
        CodeBlock.Builder doc = CodeBlock.builder().add("$L\n", escaped(text));
        doc.add("\n<p>C: {@code $L}", cName);
        if (!header.isEmpty()) {
            doc.add(", {@code $L}", header);
        }
        return doc.add(".\n").build();
    }

    /** {@return a paragraph that says which components are hidden; nothing if none is} */
    static CodeBlock secrets(List<Component> components) {
        CodeBlock.Builder doc = CodeBlock.builder();
        for (Component component : components) {
            doc.add("\n<p>{@code $L} is secret: {@link #toString()} hides it.\n", component.name());
        }
        return doc.build();
    }

    /** {@return one {@code @param} for each component} */
    static CodeBlock parameters(List<Component> components) {
        CodeBlock.Builder doc = CodeBlock.builder();
        if (!components.isEmpty()) {
            doc.add("\n");
        }
        for (Component component : components) {
            doc.add("@param $L $L\n", component.name(), escaped(component.text()));
        }
        return doc.build();
    }

    /** {@return a phrase as a sentence} */
    static String sentence(String phrase) {
        String text = escaped(phrase);
        String capitalised = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capitalised.endsWith(".") ? capitalised : capitalised + ".";
    }
}
