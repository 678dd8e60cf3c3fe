package io.github.wfp4j.generator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;

import io.github.wfp4j.generator.ir.CFunction.Carrier;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CMember.CGroup;
import io.github.wfp4j.generator.ir.CMember.CUnion;
import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;
import io.github.wfp4j.generator.source.Layout.Padding;
import io.github.wfp4j.generator.source.Layout.Reference;
import io.github.wfp4j.generator.source.Layout.Sequence;
import io.github.wfp4j.generator.source.Layout.Struct;
import io.github.wfp4j.generator.source.Layout.Union;
import io.github.wfp4j.generator.source.Layout.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Layouts as jextract spells them, and what becomes of them beside their C declaration. */
final class LayoutParserTest {
    private static final CType UINT32 = new CType.Named("UINT32");

    @ParameterizedTest
    @CsvSource({
        "C_CHAR,1",
        "C_BOOL,1",
        "C_SHORT,2",
        "C_INT,4",
        "C_LONG,4",
        "C_FLOAT,4",
        "C_LONG_LONG,8",
        "C_DOUBLE,8",
        "C_POINTER,8"
    })
    void knowsTheSizesOfBasicTypesOnWindows(String type, int size) {
        assertThat(layout("Fwpuclnt." + type + ".withName(\"x\")")).isEqualTo(new Value("x", size));
    }

    @Test
    void readsAStruct() {
        assertThat(
                        layout(
                                """
                                MemoryLayout.structLayout(
                                        Fwpuclnt.C_INT.withName("numX"),
                                        MemoryLayout.paddingLayout(4),
                                        Fwpuclnt.C_POINTER.withName("x"))
                                    .withName("A_")
                                """))
                .isEqualTo(
                        new Struct(
                                "A_",
                                List.of(
                                        new Value("numX", 4),
                                        new Padding("", 4),
                                        new Value("x", 8))));
    }

    @Test
    void readsUnionsArraysAndReferences() {
        assertThat(
                        layout(
                                """
                                MemoryLayout.unionLayout(
                                        MemoryLayout.sequenceLayout(16, Fwpuclnt.C_CHAR)
                                            .withName("v6"),
                                        A_.inner.layout().withName("inner"))
                                    .withName("$anon$1:2")
                                """))
                .isEqualTo(
                        new Union(
                                "$anon$1:2",
                                List.of(
                                        new Sequence("v6", 16, new Value("", 1)),
                                        new Reference("inner", "A_.inner"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "x",
                "layout()",
                "Fwpuclnt.C_QUAD",
                "Fwpuclnt.C_INT.withOrder(LITTLE_ENDIAN)",
                "Fwpuclnt.C_INT.withName(NAME)",
                "Fwpuclnt.C_INT.withName()",
                "MemoryLayout.paddingLayout()",
                "MemoryLayout.paddingLayout(N)",
                "MemoryLayout.sequenceLayout()",
                "MemoryLayout.sequenceLayout(16)",
                "MemoryLayout.sequenceLayout(N, Fwpuclnt.C_CHAR)",
                "MemoryLayout.structLayout(x)"
            })
    void refusesWhatIsNoLayout(String text) {
        assertThatThrownBy(() -> layout(text)).isInstanceOf(SyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "C_CHAR,BYTE",
        "C_SHORT,SHORT",
        "C_INT,INT",
        "C_LONG,INT",
        "C_LONG_LONG,LONG",
        "C_POINTER,POINTER"
    })
    void knowsHowBasicTypesCrossTheBoundary(String type, Carrier carrier) {
        assertThat(LayoutParser.carrier(expression("Fwpuclnt." + type))).isEqualTo(carrier);
        assertThat(LayoutParser.carrier(expression(type))).isEqualTo(carrier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwpuclnt.C_DOUBLE", "A_.layout()"})
    void refusesToPassWhatIsNoInteger(String text) {
        ExpressionTree expression = expression(text);
        assertThatThrownBy(() -> LayoutParser.carrier(expression))
                .isInstanceOf(SyntaxException.class);
    }

    @Test
    void findsTheOffsetsOfMembers() {
        StructReader reader = new StructReader(Map.of());
        Layout layout =
                layout(
                        """
                        MemoryLayout.structLayout(
                                Fwpuclnt.C_INT.withName("tag"),
                                MemoryLayout.paddingLayout(4),
                                MemoryLayout.unionLayout(
                                    Fwpuclnt.C_INT.withName("x"),
                                    MemoryLayout.structLayout(
                                        Fwpuclnt.C_INT.withName("size"),
                                        MemoryLayout.paddingLayout(4),
                                        Fwpuclnt.C_POINTER.withName("array"))
                                      .withName("$anon$3:1"))
                                  .withName("$anon$2:1"))
                            .withName("A_")
                        """);
        String declaration =
                "struct A_ { UINT32 tag; union { UINT32 x; struct { UINT32 size; UINT32 *array; };"
                        + " }; }";

        assertThat(reader.members(layout, CDeclarations.struct(declaration)))
                .containsExactly(
                        new CField("tag", UINT32, 0, 4),
                        new CUnion(
                                1,
                                List.of(
                                        new CField("x", UINT32, 8, 4),
                                        new CGroup(
                                                List.of(
                                                        new CField("size", UINT32, 8, 4),
                                                        new CField(
                                                                "array",
                                                                new CType.Pointer(UINT32),
                                                                16,
                                                                8)),
                                                8)),
                                8,
                                16));
        assertThat(reader.size(layout)).isEqualTo(24);
        assertThat(reader.alignment(layout)).isEqualTo(8);
    }

    @Test
    void findsTheOffsetsOfAStructThatIsDeclaredInPlace() {
        Layout inner =
                layout(
                        """
                        MemoryLayout.structLayout(
                            Fwpuclnt.C_SHORT.withName("a"), Fwpuclnt.C_SHORT.withName("b"))
                        """);
        Layout outer =
                layout(
                        """
                        MemoryLayout.structLayout(
                            Fwpuclnt.C_INT.withName("tag"), A_.inner.layout().withName("inner"))
                        """);
        StructReader reader = new StructReader(Map.of("A_.inner", inner));
        String declaration = "struct A_ { UINT32 tag; struct { UINT16 a; UINT16 b; } inner; }";

        assertThat(reader.members(outer, CDeclarations.struct(declaration)))
                .containsExactly(
                        new CField("tag", UINT32, 0, 4),
                        new CField(
                                "inner",
                                new CType.Inline(
                                        List.of(
                                                new CField("a", new CType.Named("UINT16"), 4, 2),
                                                new CField("b", new CType.Named("UINT16"), 6, 2))),
                                4,
                                4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct A_ { UINT32 x; }",
                "struct A_ { UINT32 x; UINT32 y; UINT32 z; }",
                "struct A_ { UINT32 y; UINT32 x; }",
                "struct A_ { UINT32 x; union { UINT32 y; }; }",
                "struct A_ { UINT32 x; struct { UINT32 z; } y; }"
            })
    void refusesADeclarationThatDoesNotFitTheLayout(String declaration) {
        Layout layout =
                layout(
                        """
                        MemoryLayout.structLayout(
                            Fwpuclnt.C_INT.withName("x"), Fwpuclnt.C_INT.withName("y"))
                        """);

        assertThatThrownBy(() ->
                        new StructReader(Map.of())
                                .members(layout, CDeclarations.struct(declaration)))
                .isInstanceOf(SyntaxException.class);
    }

    @Test
    void refusesAReferenceToAnUnknownStruct() {
        assertThatThrownBy(() -> new StructReader(Map.of()).size(new Reference("x", "B_")))
                .isInstanceOf(SyntaxException.class);
    }

    private static Layout layout(String text) {
        return LayoutParser.layout(expression(text));
    }

    private static ExpressionTree expression(String text) {
        var source =
                new SimpleJavaFileObject(
                        URI.create("memory:///A.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return "class A { Object x = " + text + "; }";
                    }
                };
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        null,
                                        List.of("-proc:none"),
                                        null,
                                        List.of(source));
        try {
            ClassTree type = (ClassTree) task.parse().iterator().next().getTypeDecls().getFirst();
            return ((VariableTree) type.getMembers().getFirst()).getInitializer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
