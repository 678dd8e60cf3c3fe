package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.NativeFunctions;
import io.github.wfp4j.internal.abi.SystemLibrary;

/** A way to reach an engine, each of which must show the same behaviour. */
enum Way {
    /** The functions of an embedded engine, called in Java. */
    DIRECT {
        @Override
        TestEngine create(EmbeddedEngineOptions options) {
            EmbeddedEngine embedded = EmbeddedEngine.create(options);
            return new TestEngine(this, embedded.functions(), embedded);
        }
    },

    /** The functions of an embedded engine, exported with the C ABI and called as a library's. */
    C_ABI {
        @Override
        TestEngine create(EmbeddedEngineOptions options) {
            EmbeddedEngine embedded = EmbeddedEngine.create(options);
            return new TestEngine(this, new NativeFunctions(embedded), embedded);
        }
    },

    /** The engine of the system, on Windows; it has no options. */
    WINDOWS {
        @Override
        TestEngine create(EmbeddedEngineOptions options) {
            return new TestEngine(
                    this, SystemLibrary.load(System.getProperty("os.name"), System.getenv()), null);
        }
    };

    /** {@return an engine in which nobody has added anything, unless it is the system's} */
    TestEngine create() {
        return create(EmbeddedEngineOptions.DEFAULT);
    }

    /** {@return an engine with options} */
    abstract TestEngine create(EmbeddedEngineOptions options);
}
