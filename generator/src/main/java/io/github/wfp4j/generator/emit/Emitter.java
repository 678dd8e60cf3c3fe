package io.github.wfp4j.generator.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.output.Output;
import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.FamilyPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.CallbackPlan;
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Plan;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Emits everything that was planned. */
public final class Emitter {
    private static final String SAMPLES = JavaType.ROOT + ".samples";

    private final Plan plan;
    private final Output main;
    private final Output test;
    private final Map<String, StructRef> structs = new TreeMap<>();
    private final Map<String, StructPlan> plans = new TreeMap<>();
    private final Map<String, Boolean> pointing = new HashMap<>();

    /**
     * Creates an emitter.
     *
     * @param plan what to emit
     * @param main where the sources go
     * @param test where the sources of tests go
     */
    public Emitter(Plan plan, Output main, Output test) {
        this.plan = plan;
        this.main = main;
        this.test = test;
        for (StructPlan struct : plan.structs()) {
            structs.put(struct.cName(), struct.ref());
            plans.put(struct.cName(), struct);
        }
    }

    /** Emits everything. */
    public void emit() {
        Defaults defaults = new Defaults(plan);
        plan.structs().forEach(struct -> pointing.put(struct.cName(), points(struct)));
        Set<StructRef> inArrays = new HashSet<>();
        plan.structs().forEach(struct -> addElements(struct.components(), inArrays));
        for (StructPlan struct : plan.structs()) {
            if (!struct.handWritten()) {
                add(struct.ref().type(), RecordEmitter.emit(struct, defaults));
                add("view", ViewEmitter.emit(struct, inArrays.contains(struct.ref())));
                add(test, SAMPLES, SampleEmitter.emit(struct));
            }
            add("internal.codec", CodecEmitter.emit(struct, structs, pointing));
        }
        add(test, SAMPLES, RoundTripEmitter.emit(plan.structs()));
        plan.enums().forEach(it -> add(it.type(), EnumEmitter.emit(it)));
        plan.flags().forEach(it -> add(it.type(), FlagsEmitter.emit(it)));
        plan.numbers().forEach(it -> add(it.type(), NumbersEmitter.emit(it)));
        plan.keyHolders().forEach(it -> add(it.type(), KeysEmitter.holder(it)));
        add("types", KeysEmitter.names(plan.keyHolders()));
        add("win32", ErrorEmitter.emit(plan.errors()));
        for (FamilyPlan family : plan.families()) {
            add("internal.abi", FunctionsEmitter.family(family));
            add("internal.abi", FunctionsEmitter.nativeFamily(family));
            add("internal.abi", ExportEmitter.family(family));
        }
        for (CallbackPlan callback : plan.callbacks()) {
            add("internal.abi", CallbackEmitter.emit(callback));
        }
        add("internal.abi", FunctionsEmitter.all(plan.families()));
        add("internal.abi", FunctionsEmitter.nativeAll(plan.families()));
        add("internal.abi", ExportEmitter.all(plan.families()));
        ShapesEmitter shapes = new ShapesEmitter(plan);
        add("internal.abi", shapes.shapes());
        add("internal.abi", shapes.downcalls());
        add("internal.schema", SchemaEmitter.layers(plan.schema()));
        add("internal.schema", SchemaEmitter.sublayers(plan.schema()));
        add("internal.schema", SchemaEmitter.callouts(plan.schema()));
    }

    private void add(JavaType type, TypeSpec spec) {
        add(main, type.packageName(), spec);
    }

    private void add(String packageSuffix, TypeSpec spec) {
        add(main, JavaType.ROOT + "." + packageSuffix, spec);
    }

    private static void add(Output output, String packageName, TypeSpec spec) {
        JavaFile file =
                JavaFile.builder(packageName, spec)
                        .skipJavaLangImports(true)
                        .indent("    ")
                        .build();
        output.add(packageName.replace('.', '/') + "/" + spec.name() + ".java", file.toString());
    }

    private static void addElements(List<Component> components, Set<StructRef> structs) {
        for (Component component : components) {
            switch (component.shape()) {
                case Shape.CountedStructs(StructRef it, _) -> structs.add(it);
                case Shape.UnionValue(UnionPlan union) ->
                        union.cases().forEach(it -> addElements(it.components(), structs));
                default -> {}
            }
        }
    }

    private boolean points(StructPlan struct) {
        return points(struct.components());
    }

    private boolean points(List<Component> components) {
        return components.stream().anyMatch(it -> points(it.shape()));
    }

    private boolean points(Shape shape) {
        return switch (shape) {
            case Shape.Whole _,
                    Shape.Floating _,
                    Shape.Bool _,
                    Shape.EnumValue _,
                    Shape.FlagsValue _,
                    Shape.GuidValue _,
                    Shape.FixedBytes _,
                    Shape.FixedNumbers _,
                    Shape.Address _ ->
                    false;
            case Shape.StructValue(StructRef it) -> {
                StructPlan inner = plans.get(it.cName());
                yield inner == null || points(inner);
            }
            case Shape.UnionValue(UnionPlan union) ->
                    union.cases().stream().anyMatch(it -> points(it.components()));
            default -> true;
        };
    }
}
