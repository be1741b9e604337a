package kz.sheshim;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Logs as the service does in every process that runs tests; found by JUnit through META-INF/services. */
public final class ServiceLoggingInTests implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ServiceLogging.use();
    }
}
