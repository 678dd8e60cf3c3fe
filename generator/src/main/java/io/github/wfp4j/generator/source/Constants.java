package io.github.wfp4j.generator.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.ir.CConstant;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the constants of a header class. */
final class Constants {
    private static final Pattern MACRO =
            Pattern.compile("\\s*#define\\s+(\\S+)\\s.*", Pattern.DOTALL);
    private static final Pattern ENUMERATOR =
            Pattern.compile("\\s*enum\\s+([^.\\s]+)\\.(\\S+)\\s*=\\s*(-?\\d+)\\s*");

    private Constants() {}

    static CConstant read(
            String name, String declaration, ExpressionTree initializer, Position position) {
        Matcher enumerator = ENUMERATOR.matcher(declaration);
        Matcher macro = MACRO.matcher(declaration);
        String tag;
        String declared;
        if (enumerator.matches()) {
            tag = enumerator.group(1);
            declared = enumerator.group(2);
        } else if (macro.matches()) {
            tag = "";
            declared = macro.group(1);
        } else {
            throw new SyntaxException(name + " is declared in an unknown way");
        }
        if (!declared.equals(name)) {
            throw new SyntaxException(name + " is declared as " + declared);
        }
        return new CConstant(name, value(name, initializer), tag, position);
    }

    private static long value(String name, ExpressionTree expression) {
        if (expression instanceof TypeCastTree cast) {
            long value = value(name, cast.getExpression());
            return switch (cast.getType().toString()) {
                case "byte" -> (byte) value;
                case "short" -> (short) value;
                case "int" -> (int) value;
                case "long" -> value;
                default -> throw new SyntaxException(name + " is cast to " + cast.getType());
            };
        }
        if (expression instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return -value(name, unary.getExpression());
        }
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof Number it) {
            return it.longValue();
        }
        throw new SyntaxException(name + " is no number: " + expression);
    }
}
