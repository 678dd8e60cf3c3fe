package io.github.wfp4j.generator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.ir.CType.Array;
import io.github.wfp4j.generator.ir.CType.Named;
import io.github.wfp4j.generator.ir.CType.Pointer;
import io.github.wfp4j.generator.source.CDeclarations.Declared;
import io.github.wfp4j.generator.source.CDeclarations.Declared.Block;
import io.github.wfp4j.generator.source.CDeclarations.Declared.Member;
import io.github.wfp4j.generator.source.CDeclarations.Prototype;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class CDeclarationsTest {
    private static final CType UINT32 = new Named("UINT32");

    @Test
    void readsMembersInOrder() {
        assertThat(CDeclarations.struct("struct A_ { UINT32 x; B y; }"))
                .containsExactly(new Member("x", UINT32), new Member("y", new Named("B")));
    }

    @Test
    void readsAStructWithoutMembers() {
        assertThat(CDeclarations.struct("struct A_ { }")).isEmpty();
    }

    @Test
    void countsThePointerStars() {
        assertThat(CDeclarations.struct("struct A_ { UINT32 *x; UINT32 **y; wchar_t *const *z; }"))
                .containsExactly(
                        new Member("x", new Pointer(UINT32)),
                        new Member("y", new Pointer(new Pointer(UINT32))),
                        new Member("z", new Pointer(new Pointer(new Named("wchar_t")))));
    }

    @Test
    void dropsConstAndTagKeywords() {
        assertThat(
                        CDeclarations.struct(
                                "struct A_ { const UINT32 x; struct B_ *y; enum E_ z; UINT32 const"
                                        + " w; }"))
                .containsExactly(
                        new Member("x", UINT32),
                        new Member("y", new Pointer(new Named("B_"))),
                        new Member("z", new Named("E_")),
                        new Member("w", UINT32));
    }

    @Test
    void keepsTypesOfSeveralWords() {
        assertThat(CDeclarations.struct("struct A_ { unsigned short *User; unsigned long n; }"))
                .containsExactly(
                        new Member("User", new Pointer(new Named("unsigned short"))),
                        new Member("n", new Named("unsigned long")));
    }

    @Test
    void readsArrays() {
        assertThat(CDeclarations.struct("struct A_ { UINT8 x[16]; UINT32 *y[2]; }"))
                .containsExactly(
                        new Member("x", new Array(new Named("UINT8"), 16)),
                        new Member("y", new Array(new Pointer(UINT32), 2)));
    }

    @Test
    void readsAnonymousUnionsAndTheStructsInThem() {
        assertThat(
                        CDeclarations.struct(
                                """
                                struct A_ {
                                    UINT32 tag;
                                    union {
                                        UINT32 x;
                                        struct {
                                            UINT32 size;
                                            B *array;
                                        };
                                    };
                                }
                                """))
                .containsExactly(
                        new Member("tag", UINT32),
                        union(
                                "",
                                new Member("x", UINT32),
                                struct(
                                        "",
                                        new Member("size", UINT32),
                                        new Member("array", new Pointer(new Named("B"))))));
    }

    @Test
    void readsStructsAndUnionsDeclaredInPlaceWithAName() {
        assertThat(
                        CDeclarations.struct(
                                "struct A_ { struct { UINT32 x; } inner; union { UINT32 y; } u; }"))
                .containsExactly(
                        struct("inner", new Member("x", UINT32)),
                        union("u", new Member("y", UINT32)));
    }

    @Test
    void readsAPrototype() {
        assertThat(
                        CDeclarations.prototype(
                                "extern DWORD F0(HANDLE engine, const GUID *key, void **out);"))
                .isEqualTo(
                        new Prototype(
                                new Named("DWORD"),
                                "F0",
                                List.of(
                                        new Member("engine", new Named("HANDLE")),
                                        new Member("key", new Pointer(new Named("GUID"))),
                                        new Member(
                                                "out",
                                                new Pointer(new Pointer(new Named("void")))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"void F0()", "void F0(void)"})
    void readsAPrototypeWithoutParameters(String text) {
        assertThat(CDeclarations.prototype(text))
                .isEqualTo(new Prototype(new Named("void"), "F0", List.of()));
    }

    @Test
    void readsACallbackWhoseParametersHaveNoNames() {
        assertThat(
                        CDeclarations.prototype(
                                "typedef void (*CALLBACK0)(void *, const CHANGE0 *, UINT32)"))
                .isEqualTo(
                        new Prototype(
                                new Named("void"),
                                "CALLBACK0",
                                List.of(
                                        new Member("", new Pointer(new Named("void"))),
                                        new Member("", new Pointer(new Named("CHANGE0"))),
                                        new Member("", UINT32))));
    }

    @Test
    void readsACallbackThatReturnsAPointer() {
        assertThat(CDeclarations.prototype("typedef const B *(*CALLBACK0)(const B)"))
                .isEqualTo(
                        new Prototype(
                                new Pointer(new Named("B")),
                                "CALLBACK0",
                                List.of(new Member("", new Named("B")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "union A_ { UINT32 x; }",
                "struct",
                "struct A_",
                "struct A_ {",
                "struct A_ { UINT32",
                "struct A_ { UINT32 x",
                "struct A_ { UINT32 x;",
                "struct A_ { struct",
                "struct A_ { union {",
                "struct A_ { x; }",
                "struct A_ { UINT32 x }",
                "struct A_ { UINT32 x; } y",
                "struct A_ { UINT32 x : 3; }",
                "struct A_ { UINT32 x[N]; }",
                "struct A_ { UINT32 x[]; }",
                "struct A_ { UINT32 x[99999999999999999999]; }",
                "struct A_ { UINT32 x[2][3]; }",
                "struct A_ { const x; }",
                "struct A_ { UINT32 (*f)(void); }",
                "struct A_ { UINT32 \u00e4; }",
            })
    void refusesWhatIsNoStruct(String text) {
        assertThatThrownBy(() -> CDeclarations.struct(text)).isInstanceOf(SyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F0",
                "F0(void)",
                "void F0(",
                "void F0(UINT32",
                "void F0(UINT32 x",
                "void F0(UINT32 x, ...)",
                "void F0(UINT32 x) __attribute__((stdcall)) {",
                "typedef void",
                "typedef void F0(UINT32)",
                "typedef void (*F0)",
                "typedef (*F0)(void)",
            })
    void refusesWhatIsNoPrototype(String text) {
        assertThatThrownBy(() -> CDeclarations.prototype(text)).isInstanceOf(SyntaxException.class);
    }

    @Property(tries = 300)
    void readsBackWhatWasSpelledOut(@ForAll("members") List<Declared> members) {
        assertThat(CDeclarations.struct("struct A_ " + spelled(members))).isEqualTo(members);
    }

    @Property(tries = 300)
    void neverFailsInAnotherWay(@ForAll("members") List<Declared> members, @ForAll int cut) {
        String text = "struct A_ " + spelled(members);

        assertThatThrownBy(() ->
                        CDeclarations.struct(
                                text.substring(0, Math.floorMod(cut, text.length() - 1))))
                .isInstanceOf(SyntaxException.class);
    }

    @Provide
    Arbitrary<List<Declared>> members() {
        return blocks(Arbitraries.lazyOf(this::member, this::member, this::block));
    }

    private static Arbitrary<List<Declared>> blocks(Arbitrary<Declared> any) {
        return any.list().ofMinSize(1).ofMaxSize(4);
    }

    private Arbitrary<Declared> member() {
        return Combinators.combine(types(), Arbitraries.of("a", "numX", "$b_2"))
                .as((type, name) -> new Member(name, type));
    }

    private Arbitrary<Declared> block() {
        return Combinators.combine(
                        Arbitraries.of("", "inner"),
                        Arbitraries.of(true, false),
                        Arbitraries.lazy(() -> blocks(member())))
                .as(Block::new);
    }

    private static Arbitrary<CType> types() {
        Arbitrary<CType> plain =
                Arbitraries.of("UINT32", "FWP_VALUE0", "unsigned short").map(Named::new);
        Arbitrary<CType> pointers =
                Combinators.combine(plain, Arbitraries.integers().between(0, 3))
                        .as((type, stars) -> {
                            CType result = type;
                            for (int i = 0; i < stars; i++) {
                                result = new Pointer(result);
                            }
                            return result;
                        });
        return Combinators.combine(pointers, Arbitraries.longs().between(-3, 40))
                .as((type, length) -> length < 0 ? type : new Array(type, length));
    }

    private static String spelled(List<Declared> members) {
        StringBuilder text = new StringBuilder("{\n");
        for (Declared declared : members) {
            switch (declared) {
                case Member(String name, Array(CType element, long length)) ->
                        text.append(spelled(element))
                                .append(name)
                                .append('[')
                                .append(length)
                                .append(']');
                case Member(String name, CType type) -> text.append(spelled(type)).append(name);
                case Block(String name, boolean union, List<Declared> inner) ->
                        text.append(union ? "union " : "struct ")
                                .append(spelled(inner))
                                .append(' ')
                                .append(name);
            }
            text.append(";\n");
        }
        return text.append('}').toString();
    }

    private static String spelled(CType type) {
        return switch (type) {
            case Named(String name) -> "const " + name + " ";
            case Pointer(CType target) -> spelled(target) + "*";
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static Declared union(String name, Declared... members) {
        return new Block(name, true, List.of(members));
    }

    private static Declared struct(String name, Declared... members) {
        return new Block(name, false, List.of(members));
    }
}
