package io.github.wfp4j.generator.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;

import io.github.wfp4j.generator.ir.CFunction.Carrier;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import java.util.List;

/** Reads the expressions that build layouts and function descriptors. */
final class LayoutParser {
    private LayoutParser() {}

    /**
     * {@return the layout that an expression builds}
     *
     * @throws SyntaxException if it is none of the six kinds of call that the bindings consist of
     */
    static Layout layout(ExpressionTree expression) {
        if (expression instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            return new Layout.Value("", size(name));
        }
        if (expression instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            List<? extends ExpressionTree> arguments = call.getArguments();
            return switch (select.getIdentifier().toString()) {
                case "withName" -> layout(select.getExpression()).named(text(first(call)));
                case "structLayout" -> new Layout.Struct("", layouts(arguments));
                case "unionLayout" -> new Layout.Union("", layouts(arguments));
                case "paddingLayout" -> new Layout.Padding("", number(first(call)));
                case "sequenceLayout" ->
                        new Layout.Sequence(
                                "", number(first(call)), layout(call.getArguments().getLast()));
                case "layout" -> new Layout.Reference("", select.getExpression().toString());
                case "align" -> layout(first(call));
                default -> throw new SyntaxException("no layout is known by " + call);
            };
        }
        throw new SyntaxException("no layout is known by " + expression);
    }

    private static ExpressionTree first(MethodInvocationTree call) {
        if (call.getArguments().isEmpty()) {
            throw new SyntaxException("an argument was expected in " + call);
        }
        return call.getArguments().getFirst();
    }

    private static List<Layout> layouts(List<? extends ExpressionTree> expressions) {
        return expressions.stream().map(LayoutParser::layout).toList();
    }

    private static int size(String name) {
        return switch (name) {
            case "C_CHAR", "C_BOOL" -> 1;
            case "C_SHORT" -> 2;
            case "C_INT", "C_LONG", "C_FLOAT" -> 4; // a Windows long has 32 bits everywhere
            case "C_LONG_LONG", "C_DOUBLE", "C_POINTER" -> 8;
            default -> throw new SyntaxException("no basic type is known by " + name);
        };
    }

    /**
     * {@return how a value of a basic type crosses the boundary}
     *
     * @throws SyntaxException if it is no basic type
     */
    static Carrier carrier(ExpressionTree expression) {
        String name =
                expression instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : expression.toString();
        return switch (name) {
            case "C_CHAR", "C_BOOL" -> Carrier.BYTE;
            case "C_SHORT" -> Carrier.SHORT;
            case "C_INT", "C_LONG" -> Carrier.INT;
            case "C_LONG_LONG" -> Carrier.LONG;
            case "C_POINTER" -> Carrier.POINTER;
            default -> throw new SyntaxException("no carrier is known for " + name);
        };
    }

    private static String text(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String it) {
            return it;
        }
        throw new SyntaxException("a text was expected, not " + expression);
    }

    private static long number(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof Number it) {
            return it.longValue();
        }
        throw new SyntaxException("a number was expected, not " + expression);
    }
}
