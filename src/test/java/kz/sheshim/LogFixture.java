package kz.sheshim;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a class says in the log during a test: of each line its message, and whether it is a warning or an error, for those who have to do something about it. */
public final class LogFixture extends Handler implements BeforeEachCallback, AfterEachCallback {
    private final Logger logger;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    public LogFixture(Class<?> logging) {
        this.logger = Logger.getLogger(logging.getName());
    }

    public List<Boolean> alarms() {
        return lines.stream()
                .map(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
    }

    public List<String> messages() {
        return lines.stream().map(LogRecord::getMessage).toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lines.clear();
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
