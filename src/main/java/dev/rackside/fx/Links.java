package dev.rackside.fx;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Opens addresses that stand in tickets and notes, in the browser. Only http and https with a plain host: anything
 * else may start a program or reach for a file.
 */
public final class Links {

    private final Consumer<String> opener;

    /** Opens with {@code hostServices::showDocument}, or what a test gives. */
    public Links(Consumer<String> opener) {
        this.opener = opener;
    }

    /** Opens an address, or throws a {@link Problem} with {@link ErrorCode#ADDRESS_REFUSED}. */
    public void open(String address) {
        opener.accept(checked(address).toASCIIString());
    }

    /** The host that an address leads to, to be shown beside it; empty where it would be refused. */
    public static String host(String address) {
        try {
            return checked(address).getHost();
        } catch (Problem _) {
            return "";
        }
    }

    private static URI checked(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Refused below, like any other address that isn't plain.
        }
        throw new Problem(ErrorCode.ADDRESS_REFUSED, shortened(address));
    }

    private static String shortened(String address) {
        var line = address.replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
