package kz.sheshim;

import java.nio.file.Files;
import java.nio.file.Path;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests of a service with a heap of 256 MB and 1,000 open files, which runs while all tests of a class do. */
public abstract class SmallMachineFixture {
    @TempDir
    protected static Path folder;

    protected static ServiceProcessFixture service;

    @BeforeAll
    static void start() throws Exception {
        SharedPrograms.in(Files.createDirectory(folder.resolve("data")));
        service = ServiceProcessFixture.launchOnSmallMachine(folder.resolve("data"), Path.of("."))
                .ready();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }
}
