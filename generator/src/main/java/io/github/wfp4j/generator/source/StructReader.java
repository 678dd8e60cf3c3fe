package io.github.wfp4j.generator.source;

import io.github.wfp4j.generator.ir.CMember;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CMember.CGroup;
import io.github.wfp4j.generator.ir.CMember.CUnion;
import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.source.CDeclarations.Declared;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts the two halves of a struct together, by position: its layout says where the members are, its
 * C declaration what they are.
 */
final class StructReader {
    private final Map<String, Layout> layouts;
    private int unions;

    StructReader(Map<String, Layout> layouts) {
        this.layouts = layouts;
    }

    /** {@return the members of a struct} */
    List<CMember> members(Layout layout, List<Declared> declared) {
        if (!(layout instanceof Layout.Struct struct)) {
            throw new SyntaxException("a struct layout was expected");
        }
        return sequential(struct.members(), declared, 0);
    }

    private List<CMember> sequential(List<Layout> laidOut, List<Declared> declared, long start) {
        List<CMember> members = new ArrayList<>();
        long offset = start;
        int next = 0;
        for (Layout layout : laidOut) {
            if (!(layout instanceof Layout.Padding)) {
                if (next == declared.size()) {
                    throw new SyntaxException("the layout has more members than the declaration");
                }
                members.add(member(layout, declared.get(next++), offset));
            }
            offset += size(layout);
        }
        if (next < declared.size()) {
            throw new SyntaxException("the declaration has more members than the layout");
        }
        return members;
    }

    private CMember member(Layout layout, Declared declared, long offset) {
        return switch (declared) {
            case Declared.Member(String name, CType type) -> {
                requireName(layout, name);
                yield new CField(name, type, offset, size(layout));
            }
            case Declared.Block(String name, boolean union, List<Declared> inner) ->
                    union
                            ? union(layout, name, inner, offset)
                            : struct(layout, name, inner, offset);
        };
    }

    private CMember union(Layout layout, String name, List<Declared> declared, long offset) {
        if (!name.isEmpty() || !(layout instanceof Layout.Union union)) {
            throw new SyntaxException("an anonymous union was expected at offset " + offset);
        }
        int index = ++unions;
        List<Layout> alternatives =
                union.members().stream().filter(it -> !(it instanceof Layout.Padding)).toList();
        if (alternatives.size() != declared.size()) {
            throw new SyntaxException("a union's layout and declaration differ in length");
        }
        List<CMember> members = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            members.add(member(alternatives.get(i), declared.get(i), offset));
        }
        return new CUnion(index, members, offset, size(layout));
    }

    private CMember struct(Layout layout, String name, List<Declared> declared, long offset) {
        Layout body = layout instanceof Layout.Reference it ? resolve(it) : layout;
        if (!(body instanceof Layout.Struct struct)) {
            throw new SyntaxException("a struct was expected at offset " + offset);
        }
        List<CMember> members = sequential(struct.members(), declared, offset);
        if (name.isEmpty()) {
            return new CGroup(members, offset);
        }
        requireName(layout, name);
        return new CField(name, new CType.Inline(members), offset, size(layout));
    }

    private static void requireName(Layout layout, String name) {
        if (!layout.name().equals(name)) {
            throw new SyntaxException(
                    "the layout calls " + layout.name() + " what the declaration calls " + name);
        }
    }

    private Layout resolve(Layout.Reference reference) {
        Layout layout = layouts.get(reference.owner());
        if (layout == null) {
            throw new SyntaxException("no struct is known by " + reference.owner());
        }
        return layout;
    }

    long size(Layout layout) {
        return switch (layout) {
            case Layout.Value it -> it.size();
            case Layout.Padding it -> it.size();
            case Layout.Sequence it -> it.count() * size(it.element());
            case Layout.Reference it -> size(resolve(it));
            case Layout.Struct it -> it.members().stream().mapToLong(this::size).sum();
            case Layout.Union it -> it.members().stream().mapToLong(this::size).max().orElse(0);
        };
    }

    long alignment(Layout layout) {
        return switch (layout) {
            case Layout.Value it -> it.size();
            case Layout.Padding _ -> 1;
            case Layout.Sequence it -> alignment(it.element());
            case Layout.Reference it -> alignment(resolve(it));
            case Layout.Struct it -> widest(it.members());
            case Layout.Union it -> widest(it.members());
        };
    }

    private long widest(List<Layout> members) {
        return members.stream().mapToLong(this::alignment).max().orElse(1);
    }
}
