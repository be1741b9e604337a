package kz.sheshim.adapter.logfolder;

/** A file of the log outside the database cannot be used. The message says which and why, for the person who runs the service. */
public final class LogFolderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogFolderFailed(String message) {
        super(message);
    }
}
