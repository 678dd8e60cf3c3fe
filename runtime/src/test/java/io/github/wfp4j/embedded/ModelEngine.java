package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.ModelAnswer.Shown;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.schema.BuiltinCallouts;
import io.github.wfp4j.internal.schema.BuiltinSublayers;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The engine as its specification tells it, as plainly as possible and not fast: all objects are in
 * one list, which is never changed but replaced. A transaction remembers the list that there was,
 * and aborting takes it back.
 *
 * <p>It knows the few layers, flags and actions that {@link ModelCalls} makes.
 */
final class ModelEngine {
    /** The sessions by number, and whether each is dynamic. */
    static final List<Boolean> DYNAMIC = List.of(false, true, true, false);

    private static final int BOOTTIME = FwpmFilterFlags.BOOTTIME.bits();

    private enum Transaction {
        NONE,
        READ,
        WRITE
    }

    private static final class Session {
        boolean open;
        Transaction transaction = Transaction.NONE;
    }

    private static final class Enumeration {
        final int session;
        final ModelKind kind;
        final List<Shown> objects;
        int position;
        boolean open = true;

        Enumeration(int session, ModelKind kind, List<Shown> objects) {
            this.session = session;
            this.kind = kind;
            this.objects = objects;
        }
    }

    private final List<Session> sessions =
            Stream.generate(Session::new).limit(DYNAMIC.size()).toList();
    private final List<Enumeration> enumerations = new ArrayList<>();
    private final Map<ModelKind, Integer> serials = new EnumMap<>(ModelKind.class);
    private List<ModelObject> objects = builtIn();
    private List<ModelObject> before = List.of();

    /** {@return the session that has the write transaction, else one that has any, else -1} */
    int holder() {
        int holder = -1;
        for (int i = 0; i < sessions.size(); i++) {
            switch (sessions.get(i).transaction) {
                case WRITE -> {
                    return i;
                }
                case READ -> holder = i;
                case NONE -> {}
            }
        }
        return holder;
    }

    /** {@return the first session that is not open, or -1} */
    int closed() {
        for (int i = 0; i < sessions.size(); i++) {
            if (!sessions.get(i).open) {
                return i;
            }
        }
        return -1;
    }

    /** {@return whether a session has a transaction that excludes all others} */
    boolean isExclusive() {
        return sessions.stream().anyMatch(it -> it.transaction == Transaction.WRITE);
    }

    /** {@return what an enumeration of a kind shows: all but filters of boot time (5.2)} */
    List<Shown> shown(ModelKind kind) {
        return objects.stream()
                .filter(object -> object.kind() == kind)
                .map(ModelObject::shown)
                .filter(shown -> kind != ModelKind.FILTER || (shown.flags() & BOOTTIME) == 0)
                .toList();
    }

    /** {@return what a call must answer} */
    ModelAnswer answer(int caller, ModelCall call) {
        try {
            return new ModelAnswer(ErrorCode.ERROR_SUCCESS, run(caller, call));
        } catch (Refusal e) {
            return new ModelAnswer(e.code, List.of());
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final ErrorCode code;

        Refusal(ErrorCode code) {
            super(code.name(), null, false, false);
            this.code = code;
        }
    }

    private static void require(boolean condition, ErrorCode code) {
        if (!condition) {
            throw new Refusal(code);
        }
    }

    private List<Shown> run(int caller, ModelCall call) {
        Session session = sessions.get(caller);
        if (call instanceof ModelCall.Open) {
            require(!session.open, ErrorCode.FWP_E_ALREADY_EXISTS);
            session.open = true;
            return List.of();
        }
        require(session.open, ErrorCode.ERROR_INVALID_HANDLE);
        switch (call) {
            case ModelCall.Open _ -> throw new AssertionError();
            case ModelCall.Close _ -> close(caller);
            case ModelCall.Begin it -> begin(session, it.readOnly());
            case ModelCall.Commit _ -> end(session, true);
            case ModelCall.Abort _ -> end(session, false);
            default -> {
                return access(caller, session, call);
            }
        }
        return List.of();
    }

    private void close(int caller) {
        Session session = sessions.get(caller);
        if (session.transaction != Transaction.NONE) {
            end(session, false);
        }
        if (DYNAMIC.get(caller)) {
            require(isFree(false), ErrorCode.FWP_E_TIMEOUT);
            replace(objects.stream().filter(it -> it.owner() != caller).toList());
        }
        session.open = false;
        enumerations.stream().filter(it -> it.session == caller).forEach(it -> it.open = false);
    }

    private void begin(Session session, boolean readOnly) {
        require(session.transaction == Transaction.NONE, ErrorCode.FWP_E_TXN_IN_PROGRESS);
        require(isFree(readOnly), ErrorCode.FWP_E_TIMEOUT);
        session.transaction = readOnly ? Transaction.READ : Transaction.WRITE;
        if (!readOnly) {
            before = objects;
        }
    }

    private void end(Session session, boolean keep) {
        require(session.transaction != Transaction.NONE, ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        if (session.transaction == Transaction.WRITE && !keep) {
            objects = before;
        }
        session.transaction = Transaction.NONE;
    }

    /** {@return whether one who has no transaction can have one} */
    private boolean isFree(boolean readOnly) {
        return sessions.stream()
                .allMatch(it ->
                        it.transaction == Transaction.NONE
                                || (readOnly && it.transaction == Transaction.READ));
    }

    private List<Shown> access(int caller, Session session, ModelCall call) {
        boolean readOnly =
                switch (call) {
                    case ModelCall.Get _, ModelCall.GetById _ -> true;
                    case ModelCall.OpenEnumeration _, ModelCall.Next _ -> true;
                    case ModelCall.CloseEnumeration _ -> true;
                    default -> false;
                };
        if (session.transaction == Transaction.NONE) {
            require(isFree(readOnly), ErrorCode.FWP_E_TIMEOUT);
        } else {
            require(
                    readOnly || session.transaction == Transaction.WRITE,
                    ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        }
        return switch (call) {
            case ModelCall.AddProvider it -> added(caller, it.provider());
            case ModelCall.AddSublayer it -> added(caller, it.sublayer());
            case ModelCall.AddCallout it -> added(caller, it.callout());
            case ModelCall.AddContext it -> added(caller, it.context());
            case ModelCall.AddFilter it -> added(caller, it.filter());
            case ModelCall.Delete it -> deleted(caller, get(it.kind(), it.key()));
            case ModelCall.DeleteById it -> deleted(caller, get(it.kind(), it.serial()));
            case ModelCall.Get it -> List.of(get(it.kind(), it.key()).shown());
            case ModelCall.GetById it -> List.of(get(it.kind(), it.serial()).shown());
            case ModelCall.OpenEnumeration it -> {
                enumerations.add(new Enumeration(caller, it.kind(), shown(it.kind())));
                yield List.of();
            }
            case ModelCall.Next it -> next(enumeration(caller, it.kind(), it.serial()), it.count());
            case ModelCall.CloseEnumeration it -> {
                enumeration(caller, it.kind(), it.serial()).open = false;
                yield List.of();
            }
            default -> throw new AssertionError(call);
        };
    }

    private Enumeration enumeration(int caller, ModelKind kind, int serial) {
        require(serial < enumerations.size(), ErrorCode.ERROR_INVALID_HANDLE);
        Enumeration found = enumerations.get(serial);
        require(
                found.open && found.session == caller && found.kind == kind,
                ErrorCode.ERROR_INVALID_HANDLE);
        return found;
    }

    private static List<Shown> next(Enumeration enumeration, int count) {
        int end = Math.min(enumeration.position + count, enumeration.objects.size());
        List<Shown> page = enumeration.objects.subList(enumeration.position, end);
        enumeration.position = end;
        return page;
    }

    private @Nullable ModelObject find(ModelKind kind, Key key) {
        return objects.stream()
                .filter(object -> object.kind() == kind && object.has(key))
                .findFirst()
                .orElse(null);
    }

    private ModelObject get(ModelKind kind, Key key) {
        ModelObject found = find(kind, key);
        require(found != null, kind.notFound);
        return requireNonNull(found);
    }

    private ModelObject get(ModelKind kind, int serial) {
        return objects.stream()
                .filter(object -> object.kind() == kind && object.serial() == serial)
                .findFirst()
                .orElseThrow(() -> new Refusal(kind.notFound));
    }

    private List<Shown> deleted(int caller, ModelObject object) {
        require(object.lifetime() != Lifetime.BUILTIN, ErrorCode.FWP_E_BUILTIN_OBJECT);
        if (object.lifetime() == Lifetime.DYNAMIC) {
            require(object.owner() == caller, ErrorCode.FWP_E_WRONG_SESSION);
        } else {
            require(!DYNAMIC.get(caller), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
        }
        Key key = object.shown().key();
        require(
                key == null || objects.stream().noneMatch(it -> it.references().contains(key)),
                ErrorCode.FWP_E_IN_USE);
        replace(objects.stream().filter(it -> !it.equals(object)).toList());
        return List.of();
    }

    private List<Shown> added(int caller, FwpmProvider0 wanted) {
        requireName(wanted.displayData());
        require((wanted.flags().bits() & ~0x11) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        int flags = wanted.flags().bits() & 1;
        Shown shown = new Shown(chosen(wanted.providerKey()), null, flags, List.of());
        return add(caller, ModelKind.PROVIDER, flags != 0, List.of(), shown);
    }

    private List<Shown> added(int caller, FwpmSublayer0 wanted) {
        requireName(wanted.displayData());
        int flags = wanted.flags().bits();
        require((flags & ~1) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        List<ModelObject> targets = owner(wanted.providerKey());
        List<Object> weight = List.of(closestFreeWeight(wanted.weight()));
        Shown shown = new Shown(chosen(wanted.subLayerKey()), wanted.providerKey(), flags, weight);
        return add(caller, ModelKind.SUBLAYER, flags != 0, targets, shown);
    }

    private int closestFreeWeight(int wanted) {
        List<Object> taken =
                shown(ModelKind.SUBLAYER).stream().map(it -> it.more().getFirst()).toList();
        for (int distance = 0; ; distance++) {
            int lower = wanted - distance;
            if (lower >= 0 && !taken.contains(lower)) {
                return lower;
            }
            int upper = wanted + distance;
            if (upper <= 0xFFFF && !taken.contains(upper)) {
                return upper;
            }
        }
    }

    private List<Shown> added(int caller, FwpmCallout0 wanted) {
        requireName(wanted.displayData());
        int flags = wanted.flags().bits();
        require((flags & ~0x3_0000) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        List<ModelObject> targets = owner(wanted.providerKey());
        Shown shown =
                new Shown(
                        chosen(wanted.calloutKey()),
                        wanted.providerKey(),
                        flags,
                        List.of(wanted.applicableLayer()));
        return add(caller, ModelKind.CALLOUT, (flags & 0x1_0000) != 0, targets, shown);
    }

    private List<Shown> added(int caller, FwpmProviderContext3 wanted) {
        requireName(wanted.displayData());
        int flags = wanted.flags().bits();
        require((flags & ~3) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        List<ModelObject> targets = owner(wanted.providerKey());
        Shown shown =
                new Shown(
                        chosen(wanted.providerContextKey()),
                        wanted.providerKey(),
                        flags & 1,
                        List.of(wanted.policy().type()));
        return add(caller, ModelKind.CONTEXT, (flags & 1) != 0, targets, shown);
    }

    private List<Shown> added(int caller, FwpmFilter0 wanted) {
        requireName(wanted.displayData());
        int flags = wanted.flags().bits();
        boolean bootTime = wanted.flags().contains(FwpmFilterFlags.BOOTTIME);
        boolean persistent = wanted.flags().contains(FwpmFilterFlags.PERSISTENT);
        require((flags & ~0x1F) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        require(!(bootTime && persistent), ErrorCode.FWP_E_INVALID_FLAGS);
        boolean policyLayer = wanted.layerKey().equals(FwpmLayers.IKEEXT_V4);
        require(
                !policyLayer || wanted.action().type() == FwpActionType.PERMIT,
                ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER);
        require(!policyLayer || !bootTime, ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
        SublayerKey sublayer =
                wanted.subLayerKey().guid().isZero()
                        ? FwpmSublayers.UNIVERSAL
                        : wanted.subLayerKey();
        List<ModelObject> targets = new ArrayList<>();
        targets.add(get(ModelKind.SUBLAYER, sublayer));
        targets.addAll(owner(wanted.providerKey()));
        ModelObject callout = null;
        if (wanted.action().target() instanceof FwpmAction0.Target.Callout it) {
            callout = get(ModelKind.CALLOUT, it.calloutKey());
            require(
                    callout.shown().more().contains(wanted.layerKey()),
                    ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
            targets.add(callout);
        }
        boolean mainMode = false;
        if (wanted.context() instanceof FwpmFilter0.Context.ProviderContext it) {
            ModelObject context = get(ModelKind.CONTEXT, it.providerContextKey());
            mainMode = isMainMode(context);
            requireContext(policyLayer, mainMode, callout);
            targets.add(context);
        }
        require(
                wanted.filterCondition().isEmpty() || !policyLayer,
                ErrorCode.FWP_E_CONDITION_NOT_FOUND);
        Shown shown =
                new Shown(
                        chosen(wanted.filterKey()),
                        wanted.providerKey(),
                        flags,
                        List.of(
                                wanted.layerKey(),
                                sublayer,
                                wanted.action(),
                                wanted.context(),
                                wanted.filterCondition()));
        return add(caller, ModelKind.FILTER, persistent || bootTime, targets, shown);
    }

    private static boolean isMainMode(ModelObject context) {
        return context.shown().more().contains(FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)
                || context.shown().more().contains(FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT);
    }

    private static void requireContext(
            boolean policyLayer, boolean mainMode, @Nullable ModelObject callout) {
        if (callout == null) {
            require(policyLayer, ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER);
            require(mainMode, ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        } else {
            int flags = callout.shown().flags();
            require(
                    (flags & FwpmCalloutFlags.USES_PROVIDER_CONTEXT.bits()) != 0
                            && !callout.has(FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4),
                    ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
        }
    }

    private static void requireName(FwpmDisplayData0 displayData) {
        require(displayData.name() != null, ErrorCode.FWP_E_NULL_DISPLAY_NAME);
    }

    private static @Nullable Key chosen(Key key) {
        return key.guid().isZero() ? null : key;
    }

    private List<ModelObject> owner(@Nullable ProviderKey provider) {
        return provider == null ? List.of() : List.of(get(ModelKind.PROVIDER, provider));
    }

    private List<Shown> add(
            int caller, ModelKind kind, boolean lasting, List<ModelObject> targets, Shown shown) {
        require(!lasting || !DYNAMIC.get(caller), ErrorCode.FWP_E_LIFETIME_MISMATCH);
        Lifetime lifetime =
                DYNAMIC.get(caller)
                        ? Lifetime.DYNAMIC
                        : lasting ? Lifetime.PERSISTENT : Lifetime.STATIC;
        for (ModelObject target : targets) {
            require(
                    mayReferTo(caller, lifetime, shown.provider(), target),
                    ErrorCode.FWP_E_LIFETIME_MISMATCH);
        }
        require(
                shown.key() == null || find(kind, shown.key()) == null,
                ErrorCode.FWP_E_ALREADY_EXISTS);
        List<Key> references =
                targets.stream().map(it -> requireNonNull(it.shown().key())).toList();
        int serial = serials.merge(kind, 1, Integer::sum) - 1;
        int owner = lifetime == Lifetime.DYNAMIC ? caller : -1;
        replace(plus(objects, new ModelObject(kind, serial, lifetime, owner, references, shown)));
        return List.of();
    }

    private static boolean mayReferTo(
            int caller, Lifetime lifetime, @Nullable ProviderKey provider, ModelObject target) {
        return switch (lifetime) {
            case DYNAMIC -> target.lifetime() != Lifetime.DYNAMIC || target.owner() == caller;
            case STATIC -> target.lifetime() != Lifetime.DYNAMIC;
            case PERSISTENT -> {
                ProviderKey other = target.shown().provider();
                yield target.lifetime() == Lifetime.BUILTIN
                        || (target.lifetime() == Lifetime.PERSISTENT
                                && (provider == null || other == null || provider.equals(other)));
            }
            case BUILTIN -> throw new AssertionError();
        };
    }

    /** Makes a list of objects the one that is in force, with the exemptions that it demands. */
    private void replace(List<ModelObject> replacement) {
        boolean demanded = replacement.stream().anyMatch(it -> isPolicy(it, replacement));
        boolean present = replacement.stream().anyMatch(ModelEngine::isExemption);
        if (demanded == present) {
            objects = replacement;
        } else if (demanded) {
            objects = plus(replacement, exemptions());
        } else {
            objects = replacement.stream().filter(it -> !isExemption(it)).toList();
        }
    }

    private static boolean isExemption(ModelObject object) {
        return object.kind() == ModelKind.FILTER && object.lifetime() == Lifetime.BUILTIN;
    }

    private static boolean isPolicy(ModelObject filter, List<ModelObject> all) {
        return filter.kind() == ModelKind.FILTER
                && filter.shown().more().contains(FwpmLayers.IKEEXT_V4)
                && all.stream()
                        .anyMatch(it ->
                                it.kind() == ModelKind.CONTEXT
                                        && isMainMode(it)
                                        && filter.references().contains(it.shown().key()));
    }

    private static ModelObject[] exemptions() {
        List<LayerKey> layers =
                List.of(
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmLayers.OUTBOUND_TRANSPORT_V4,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmLayers.ALE_AUTH_CONNECT_V4);
        // One for each of two ports.
        return Stream.concat(layers.stream(), layers.stream())
                .map(ModelEngine::exemption)
                .toArray(ModelObject[]::new);
    }

    private static ModelObject exemption(LayerKey layer) {
        return new ModelObject(
                ModelKind.FILTER,
                -1,
                Lifetime.BUILTIN,
                -1,
                List.of(FwpmSublayers.UNIVERSAL, FwpmProviders.IKEEXT),
                new Shown(
                        null,
                        FwpmProviders.IKEEXT,
                        0,
                        List.of(
                                layer,
                                FwpmSublayers.UNIVERSAL,
                                Samples.action(FwpActionType.PERMIT),
                                new FwpmFilter0.Context.RawContext(0))));
    }

    private static List<ModelObject> plus(List<ModelObject> objects, ModelObject... more) {
        return Stream.concat(objects.stream(), Stream.of(more)).toList();
    }

    private static List<ModelObject> builtIn() {
        List<ModelObject> objects = new ArrayList<>();
        Stream.of(
                        FwpmProviders.IKEEXT,
                        FwpmProviders.IPSEC_DOSP_CONFIG,
                        FwpmProviders.TCP_CHIMNEY_OFFLOAD,
                        FwpmProviders.TCP_TEMPLATES,
                        FwpmProviders.MPSSVC_WF,
                        FwpmProviders.MPSSVC_WSH,
                        FwpmProviders.MPSSVC_EDP,
                        FwpmProviders.MPSSVC_APP_ISOLATION,
                        FwpmProviders.MPSSVC_TENANT_RESTRICTIONS)
                .forEach(it -> objects.add(builtIn(ModelKind.PROVIDER, it, 0, List.of())));
        BuiltinSublayers.all()
                .forEach(it ->
                        objects.add(
                                builtIn(ModelKind.SUBLAYER, it.key(), 0, List.of(it.weight()))));
        BuiltinCallouts.all()
                .forEach(it ->
                        objects.add(
                                builtIn(
                                        ModelKind.CALLOUT,
                                        it.key(),
                                        it.flags().bits(),
                                        List.of(it.layer()))));
        objects.add(
                builtIn(
                        ModelKind.CONTEXT,
                        FwpmProviderContexts.SECURE_SOCKET_AUTHIP,
                        0,
                        List.of(FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT)));
        objects.add(
                builtIn(
                        ModelKind.CONTEXT,
                        FwpmProviderContexts.SECURE_SOCKET_IPSEC,
                        0,
                        List.of(FwpmProviderContextType.IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT)));
        return List.copyOf(objects);
    }

    private static ModelObject builtIn(ModelKind kind, Key key, int flags, List<Object> more) {
        return new ModelObject(
                kind, -1, Lifetime.BUILTIN, -1, List.of(), new Shown(key, null, flags, more));
    }
}
