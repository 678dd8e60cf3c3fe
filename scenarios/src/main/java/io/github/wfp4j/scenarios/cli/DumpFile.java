package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.ImportedObjects;
import io.github.wfp4j.embedded.StateFile;
import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.netsh.NetshDump;
import io.github.wfp4j.netsh.NetshForm;
import io.github.wfp4j.netsh.NetshFormatException;
import io.github.wfp4j.netsh.NetshReader;
import io.github.wfp4j.netsh.NetshWriter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Files with the objects of an engine: dumps of netsh, and state files. */
final class DumpFile {
    /** What state files begin with. */
    private static final byte[] STATE = "WFP4J".getBytes(StandardCharsets.US_ASCII);

    private DumpFile() {}

    /**
     * {@return what a dump holds}
     *
     * @throws DumpFileException if it cannot be read
     */
    static NetshDump read(Path file) {
        try {
            return NetshReader.read(file);
        } catch (IOException | NetshFormatException e) {
            throw failure(file, e);
        }
    }

    /**
     * {@return what a dump or a state file holds}
     *
     * @param err where is said what is left out
     * @throws DumpFileException if it cannot be read
     */
    static NetshDump readAny(Path file, PrintWriter err) {
        if (!isState(file)) {
            return read(file);
        }
        EmbeddedEngineOptions options =
                EmbeddedEngineOptions.DEFAULT.withState(new StateFile(file, Writing.AT_CLOSE));
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options);
                Engine engine = embedded.open(Sessions.named("wfp4j"))) {
            return EngineDump.of(engine, err);
        }
    }

    private static boolean isState(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(STATE.length), STATE);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Writes a dump that only its owner can read, since policies may hold keys.
     *
     * @param replace whether a file that is there is replaced
     * @throws DumpFileException if it cannot be written
     */
    static void write(NetshDump dump, NetshForm form, Path file, boolean replace) {
        try {
            if (replace) {
                Files.deleteIfExists(file);
            }
            try (OutputStream out = create(file)) {
                NetshWriter.write(dump, form, out);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static OutputStream create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] forOwner =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Channels.newOutputStream(
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        forOwner));
    }

    private static DumpFileException failure(Path file, Exception cause) {
        String problem =
                switch (cause) {
                    case NoSuchFileException _ -> "there is no such file";
                    case FileAlreadyExistsException _ ->
                            "the file is there already: name another one, or say --replace";
                    default -> String.valueOf(cause.getMessage());
                };
        return new DumpFileException(file, problem, cause);
    }

    /** {@return the objects of a dump, for an embedded engine} */
    static ImportedObjects objects(NetshDump dump) {
        return new ImportedObjects(
                dump.layers(),
                dump.providers(),
                dump.subLayers(),
                dump.callouts(),
                dump.providerContexts(),
                dump.filters());
    }

    /**
     * {@return an engine with the objects of a dump}
     *
     * @param file where the dump was read, for messages
     * @param options what can be chosen about the engine
     * @throws DumpFileException if no engine can have them
     */
    static EmbeddedEngine engine(NetshDump dump, Path file, EmbeddedEngineOptions options) {
        try {
            return EmbeddedEngine.createFrom(options, objects(dump));
        } catch (IllegalArgumentException e) {
            throw new DumpFileException(file, String.valueOf(e.getMessage()), e);
        }
    }
}
