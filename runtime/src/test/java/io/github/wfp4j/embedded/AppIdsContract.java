package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;

/** The identities of applications (8.3). */
abstract class AppIdsContract {
    private final Way way;
    private final TestEngine engine;
    private final Arena arena = Arena.ofConfined();

    AppIdsContract(Way way) {
        this.way = way;
        engine =
                way.create(
                        EmbeddedEngineOptions.DEFAULT.withDevices(
                                Map.of(
                                        "C:",
                                        "\\device\\harddiskvolume1",
                                        "D:",
                                        "\\Device\\HarddiskVolume7")));
    }

    @AfterEach
    void close() {
        engine.close();
        arena.close();
    }

    private int get(TestEngine from, String fileName, MemorySegment out) {
        return from.functions()
                .engine()
                .FwpmGetAppIdFromFileName0(arena.allocateFrom(fileName, UTF_16LE), out);
    }

    /** {@return the identity as a text, with its terminator} */
    private String get(String fileName) {
        engine.internals();
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(get(engine, fileName, out));
        byte[] bytes = EngineCalls.APP_ID.decode(out.get(ADDRESS, 0)).data().toByteArray();
        engine.functions().engine().FwpmFreeMemory0(out);
        assertThat(out.get(ADDRESS, 0)).isEqualTo(NULL);
        return new String(bytes, UTF_16LE);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Windows\\System32\\svchost.exe,"
                + " \\device\\harddiskvolume1\\windows\\system32\\svchost.exe",
        "c:/Tools/Curl.EXE, \\device\\harddiskvolume1\\tools\\curl.exe",
        "D:\\a.exe, \\device\\harddiskvolume7\\a.exe",
        "C:\\a\\.\\b\\\\..\\c.exe, \\device\\harddiskvolume1\\a\\c.exe",
        "\\\\?\\C:\\a.exe, \\device\\harddiskvolume1\\a.exe",
        "\\\\Server\\Share\\A.exe, \\device\\mup\\server\\share\\a.exe",
        "\\\\?\\UNC\\Server\\Share\\A.exe, \\device\\mup\\server\\share\\a.exe",
        "System, system",
    })
    @DisplayName(
            "8.3-format, 8.3-devices, 8.3-system: an application is the device path of its file,"
                    + " small and terminated")
    void makesDevicePath(String fileName, String expected) {
        assertThat(get(fileName)).isEqualTo(expected + '\0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"svchost.exe", "\\Windows\\a.exe", "C:a.exe", "Q:\\a.exe", "C:\\", ""})
    @DisplayName("8.3-file, 8.3-handle: a path must be fully qualified, on a drive that there is")
    void refusesOtherPaths(String fileName) {
        engine.internals();
        assertError(get(engine, fileName, arena.allocate(ADDRESS)), ErrorCode.ERROR_PATH_NOT_FOUND);
    }

    @Test
    @DisplayName("8.3-file: the file must exist, if that is asked for")
    void refusesMissingFile() {
        try (TestEngine strict =
                way.create(EmbeddedEngineOptions.DEFAULT.withFilesMustExist(true))) {
            assertError(
                    get(strict, "C:\\no such folder\\a.exe", arena.allocate(ADDRESS)),
                    ErrorCode.ERROR_PATH_NOT_FOUND);
            assertError(
                    get(
                            strict,
                            System.getProperty("java.io.tmpdir") + "/no such file.exe",
                            arena.allocate(ADDRESS)),
                    ErrorCode.ERROR_FILE_NOT_FOUND);
        }
    }

    @Test
    @DisplayName("1.9: path and result must not be null")
    void refusesNull() {
        assertError(
                engine.functions()
                        .engine()
                        .FwpmGetAppIdFromFileName0(NULL, arena.allocate(ADDRESS)),
                ErrorCode.FWP_E_NULL_POINTER);
        assertError(get(engine, "C:\\a.exe", NULL), ErrorCode.FWP_E_NULL_POINTER);
    }
}
