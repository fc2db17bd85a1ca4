package dev.rackside.backup.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server as it answers: STARTTLS or TLS at once, an account where one is wanted, and what it was sent. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final SSLContext context;
    private final boolean straight;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile @Nullable String account;
    private volatile boolean offersTls = true;
    private volatile boolean refusing;

    /** @param straight TLS from the first byte */
    private MailServer(SSLContext context, boolean straight, int port) throws IOException {
        this.context = context;
        this.straight = straight;
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static MailServer startTls(TlsKeys keys) throws IOException {
        return new MailServer(keys.context(), false, 0);
    }

    public static MailServer straightTls(TlsKeys keys) throws IOException {
        return new MailServer(keys.context(), true, 0);
    }

    /** Comes back where it was. */
    public MailServer again() throws IOException {
        return new MailServer(context, straight, port());
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Mail is taken from this account alone. */
    public void wants(String user, String password) {
        account = user + "\0" + password;
    }

    public void withoutTls() {
        offersTls = false;
    }

    /** Takes no mail, and says so. */
    public void refusing(boolean on) {
        refusing = on;
    }

    /** What was sent, each with its headers. */
    public List<String> mails() {
        return mails;
    }

    /** What was said before it. */
    public List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            plain.setSoTimeout(10_000);
            var socket = straight ? secured(plain) : plain;
            say(socket, "220 stub");
            if (!converse(socket) && !straight) {
                converse(secured(plain));
            }
        } catch (IOException | UncheckedIOException _) {
            // The client went away.
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    /** False where the client goes on in TLS. */
    private boolean converse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            var verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("EHLO")) {
                say(socket, "250-stub", socket instanceof SSLSocket || !offersTls ? "250-8BITMIME" : "250-STARTTLS",
                        account == null ? "250 OK" : "250 AUTH PLAIN LOGIN");
            } else if (verb.equals("STARTTLS")) {
                say(socket, "220 go on");
                return false;
            } else if (verb.startsWith("AUTH PLAIN")) {
                say(socket, plain(line).equals(account)
                        ? "235 in"
                        : "535 5.7.8 who is " + line.substring("AUTH PLAIN".length()).strip());
            } else if (verb.startsWith("MAIL") && refusing) {
                say(socket, "451 4.7.1 not now");
            } else if (verb.startsWith("RCPT") && verb.contains("GONE@")) {
                say(socket, "550 5.1.1 no such box");
            } else if (verb.equals("DATA")) {
                say(socket, "354 go on");
                mails.add(content(in));
                say(socket, "250 2.0.0 queued as 4711");
            } else if (verb.equals("QUIT")) {
                say(socket, "221 bye");
                return true;
            } else {
                say(socket, "250 OK");
            }
        }
        return true;
    }

    private static String plain(String line) {
        var words = new String(Base64.getDecoder().decode(line.substring("AUTH PLAIN".length()).strip()),
                StandardCharsets.UTF_8);
        // Behind whom it is for.
        return words.substring(words.indexOf('\0') + 1);
    }

    private static String content(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static void say(Socket socket, String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
