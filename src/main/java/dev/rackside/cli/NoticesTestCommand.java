package dev.rackside.cli;

import dev.rackside.backup.notice.Channel;
import dev.rackside.fault.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackside notices test}: sends a test. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Sends a notice that says that it is a test, and tells what the server answered.")
final class NoticesTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "CHANNEL", description = "mail or zapier.")
    private Channel channel = Channel.MAIL;

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    NoticesTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new NoticesDesk(terminal, options).with(notices -> {
            var told = new NoticesTold(terminal, json);
            try {
                var receipt = notices.test(channel);
                told.tested(channel, receipt.answer(), receipt.lacking());
                return ExitCode.OK;
            } catch (Problem problem) {
                told.notDelivered(channel, Told.what(problem));
                throw problem;
            }
        });
    }
}
