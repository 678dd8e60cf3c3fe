package io.github.wfp4j.netsh;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmProviderContext3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Makes dumps for tests. */
record Dumps(NetshDump base) {
    static final Dumps EMPTY =
            new Dumps(
                    new NetshDump(
                            NetshForm.STATE,
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));

    static Dumps of(NetshDump dump) {
        return new Dumps(dump);
    }

    Dumps withFilters(List<FwpmFilter0> filters) {
        return with(filters, base.providerContexts(), base.netEvents());
    }

    Dumps withProviderContexts(List<FwpmProviderContext3> contexts) {
        return with(base.filters(), contexts, base.netEvents());
    }

    Dumps withNetEvents(List<FwpmNetEvent5> events) {
        return with(base.filters(), base.providerContexts(), events);
    }

    private Dumps with(
            List<FwpmFilter0> filters,
            List<FwpmProviderContext3> contexts,
            List<FwpmNetEvent5> events) {
        return new Dumps(
                new NetshDump(
                        base.form(),
                        base.timeStamp(),
                        base.sessions(),
                        base.layers(),
                        base.callouts(),
                        filters,
                        base.providers(),
                        contexts,
                        base.subLayers(),
                        events,
                        base.unknown()));
    }

    NetshDump dump(NetshForm form) {
        return new NetshDump(
                form,
                base.timeStamp(),
                base.sessions(),
                base.layers(),
                base.callouts(),
                base.filters(),
                base.providers(),
                base.providerContexts(),
                base.subLayers(),
                base.netEvents(),
                base.unknown());
    }

    /** Reads a file beside the tests. */
    static NetshDump resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Dumps.class.getResourceAsStream("/netsh/" + name), name)) {
            return NetshReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file beside the tests. */
    static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Dumps.class.getResourceAsStream("/netsh/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A dump with one filter. */
    static String example() {
        return read("example-filter.xml");
    }

    /** Reads a text. */
    static NetshDump text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes. */
    static NetshDump bytes(byte[] bytes) {
        try {
            return NetshReader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a dump. */
    static String write(NetshDump dump, NetshForm form) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            NetshWriter.write(dump, form, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
