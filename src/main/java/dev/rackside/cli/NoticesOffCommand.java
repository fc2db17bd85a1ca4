package dev.rackside.cli;

import dev.rackside.backup.notice.Channel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackside notices off}: a channel sends nothing any more. */
@Command(name = "off", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Sends nothing by a channel from this workstation any more, and forgets its secret.")
final class NoticesOffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "CHANNEL", description = "mail or zapier.")
    private Channel channel = Channel.MAIL;

    @Option(names = "--json", description = "Tell the settings as one JSON object.")
    private boolean json;

    NoticesOffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new NoticesDesk(terminal, options).with(notices -> {
            notices.off(channel);
            new NoticesTold(terminal, json).show(notices);
            return ExitCode.OK;
        });
    }
}
