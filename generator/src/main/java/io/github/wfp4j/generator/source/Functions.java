package io.github.wfp4j.generator.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.ir.CFunction;
import io.github.wfp4j.generator.ir.CFunction.CParameter;
import io.github.wfp4j.generator.ir.CFunction.Carrier;
import io.github.wfp4j.generator.source.CDeclarations.Declared;
import io.github.wfp4j.generator.source.CDeclarations.Prototype;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import java.util.ArrayList;
import java.util.List;

/** Reads functions and callbacks. */
final class Functions {
    private Functions() {}

    /**
     * {@return a function}
     *
     * @param declaration its C declaration
     * @param names the names of the parameters, where the declaration has none
     * @param descriptor the expression that builds its descriptor
     * @param position where it stands
     */
    static CFunction read(
            String declaration, List<String> names, ExpressionTree descriptor, Position position) {
        Prototype prototype = CDeclarations.prototype(declaration);
        List<Carrier> carriers = carriers(prototype.name(), descriptor);
        if (carriers.size() != prototype.parameters().size()) {
            throw new SyntaxException(
                    prototype.name() + ": descriptor and declaration differ in length");
        }
        List<CParameter> parameters = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            Declared.Member declared = prototype.parameters().get(i);
            if (declared.name().isEmpty() && i >= names.size()) {
                throw new SyntaxException(prototype.name() + ": parameter " + i + " has no name");
            }
            String name = declared.name().isEmpty() ? names.get(i) : declared.name();
            parameters.add(new CParameter(name, declared.type(), carriers.get(i)));
        }
        return new CFunction(prototype.name(), prototype.returnType(), parameters, position);
    }

    private static List<Carrier> carriers(String name, ExpressionTree descriptor) {
        if (descriptor instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            String factory = select.getIdentifier().toString();
            List<? extends ExpressionTree> arguments = call.getArguments();
            if (factory.equals("of")) {
                return arguments.stream().skip(1).map(LayoutParser::carrier).toList();
            }
            if (factory.equals("ofVoid")) {
                return arguments.stream().map(LayoutParser::carrier).toList();
            }
        }
        throw new SyntaxException(name + ": no descriptor is known by " + descriptor);
    }
}
