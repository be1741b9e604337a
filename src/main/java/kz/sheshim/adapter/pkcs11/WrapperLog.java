package kz.sheshim.adapter.pkcs11;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.StaticLogger;

/** Takes the lines of the wrapper, which else prints them. What it calls information tells of each session and is for debugging. */
final class WrapperLog implements org.xipki.pkcs11.wrapper.Logger {
    private static final Logger LOG = LoggerFactory.getLogger(WrapperLog.class);

    private WrapperLog() {}

    static void install() {
        StaticLogger.setLogger(new WrapperLog());
    }

    @Override
    public void info(String line, Object... values) {
        LOG.debug(line, values);
    }

    @Override
    public void warn(String line, Object... values) {
        LOG.warn(line, values);
    }

    @Override
    public void error(String line, Object... values) {
        LOG.error(line, values);
    }

    @Override
    public void debug(String line, Object... values) {
        LOG.debug(line, values);
    }

    @Override
    public void trace(String line, Object... values) {
        LOG.trace(line, values);
    }

    @Override
    public boolean isDebugEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return LOG.isWarnEnabled();
    }

    @Override
    public boolean isTraceEnabled() {
        return LOG.isTraceEnabled();
    }
}
