package io.github.wfp4j.generator.source;

import io.github.wfp4j.generator.ir.CType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the C declarations that the bindings quote: struct bodies and function prototypes. */
final class CDeclarations {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([A-Za-z_$][\\w$]*|\\d+|[{}()\\[\\];,*])");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private CDeclarations(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            String rest = text.substring(end).strip();
            throw new SyntaxException("unexpected " + rest.lines().findFirst().orElse(rest));
        }
    }

    /** The text is no declaration that the bindings are known to quote. */
    static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        SyntaxException(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    /** A member as declared, without its place in memory. */
    sealed interface Declared {
        /** A member with a name and a type that is declared elsewhere. */
        record Member(String name, CType type) implements Declared {}

        /** A struct or union declared in place; the name is empty for an anonymous one. */
        record Block(String name, boolean union, List<Declared> members) implements Declared {}
    }

    /** A function prototype; parameters may lack names. */
    record Prototype(CType returnType, String name, List<Declared.Member> parameters) {}

    /** {@return the members of {@code struct TAG { ... }}} */
    static List<Declared> struct(String text) {
        CDeclarations parser = new CDeclarations(text);
        parser.expect("struct");
        parser.take();
        List<Declared> members = parser.body();
        parser.expectEnd();
        return members;
    }

    /** {@return the prototype {@code T NAME(...)}, or {@code typedef T (*NAME)(...)}} */
    static Prototype prototype(String text) {
        CDeclarations parser = new CDeclarations(text);
        parser.skip("extern");
        boolean typedef = parser.skip("typedef");
        Declared.Member result;
        if (typedef) {
            List<String> words = new ArrayList<>();
            while (!parser.peek("(")) {
                words.add(parser.take());
            }
            parser.expect("(");
            parser.expect("*");
            result = new Declared.Member(parser.take(), type(words));
            parser.expect(")");
        } else {
            result = parser.member("(");
        }
        parser.expect("(");
        List<Declared.Member> parameters = new ArrayList<>();
        while (!parser.peek(")")) {
            parameters.add(parser.parameter());
            parser.skip(",");
        }
        parser.expect(")");
        parser.skip(";");
        parser.expectEnd();
        boolean none =
                parameters.size() == 1
                        && parameters.getFirst().type().equals(new CType.Named("void"));
        return new Prototype(result.type(), result.name(), none ? List.of() : parameters);
    }

    private List<Declared> body() {
        expect("{");
        List<Declared> members = new ArrayList<>();
        while (!skip("}")) {
            if ((peek("struct") || peek("union")) && follows("{")) {
                boolean union = take().equals("union");
                List<Declared> inner = body();
                String name = peek(";") ? "" : take();
                members.add(new Declared.Block(name, union, inner));
            } else {
                members.add(member(";", "["));
            }
            expect(";");
        }
        return members;
    }

    /** Reads a type and a name up to one of the given tokens, and the array length behind it. */
    private Declared.Member member(String... ends) {
        List<String> words = new ArrayList<>();
        while (!List.of(ends).contains(current())) {
            words.add(take());
        }
        if (words.size() < 2) {
            throw new SyntaxException("a type and a name were expected: " + words);
        }
        String name = words.removeLast();
        if (!isWord(name)) {
            throw new SyntaxException("a name was expected, not " + name);
        }
        CType type = type(words);
        if (skip("[")) {
            type = new CType.Array(type, number(take()));
            expect("]");
        }
        return new Declared.Member(name, type);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new SyntaxException("a number was expected, not " + text);
        }
    }

    /** Callback types quote the types of their parameters only. */
    private Declared.Member parameter() {
        List<String> words = new ArrayList<>();
        while (!peek(",") && !peek(")")) {
            words.add(take());
        }
        boolean named =
                words.size() > 1
                        && !words.getLast().equals("*")
                        && !words.get(words.size() - 2).equals("const");
        String name = named ? words.removeLast() : "";
        return new Declared.Member(name, type(words));
    }

    private static CType type(List<String> words) {
        StringBuilder name = new StringBuilder();
        int stars = 0;
        for (String word : words) {
            switch (word) {
                case "const", "struct", "enum", "union" -> {}
                case "*" -> stars++;
                default -> {
                    if (!isWord(word)) {
                        throw new SyntaxException("a type was expected, not " + word);
                    }
                    if (!name.isEmpty()) {
                        name.append(' ');
                    }
                    name.append(word);
                }
            }
        }
        if (name.isEmpty()) {
            throw new SyntaxException("a type was expected: " + words);
        }
        CType type = new CType.Named(name.toString());
        for (int i = 0; i < stars; i++) {
            type = new CType.Pointer(type);
        }
        return type;
    }

    private static boolean isWord(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }

    private String current() {
        if (next >= tokens.size()) {
            throw new SyntaxException("the declaration ends too early");
        }
        return tokens.get(next);
    }

    private boolean peek(String token) {
        return current().equals(token);
    }

    /** {@return whether a token stands behind the current one} */
    private boolean follows(String token) {
        return next + 1 < tokens.size() && tokens.get(next + 1).equals(token);
    }

    private String take() {
        String token = current();
        next++;
        return token;
    }

    private boolean skip(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        String found = take();
        if (!found.equals(token)) {
            throw new SyntaxException(token + " was expected, not " + found);
        }
    }

    private void expectEnd() {
        if (next < tokens.size()) {
            throw new SyntaxException("nothing more was expected, not " + tokens.get(next));
        }
    }
}
