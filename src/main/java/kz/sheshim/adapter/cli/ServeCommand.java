package kz.sheshim.adapter.cli;

import picocli.CommandLine.Command;

/** Only tells that there is such a command: the main class starts the service before the command line is read. */
@Command(
        name = "serve",
        description = "Start the service (also without any command). Settings: settings.md in the docs.")
final class ServeCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalStateException("the main class starts the service");
    }
}
