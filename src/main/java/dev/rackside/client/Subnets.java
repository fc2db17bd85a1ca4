package dev.rackside.client;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells whether a text names networks or addresses. Nothing is looked up. */
final class Subnets {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");
    private static final Pattern ONE = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    private Subnets() {
    }

    /** One or several addresses, each with a prefix length where it is a network; commas or blanks between them. */
    static boolean written(String text) {
        var all = Arrays.stream(BETWEEN.split(text.strip())).toList();
        return all.stream().allMatch(Subnets::one);
    }

    private static boolean one(String text) {
        var parts = ONE.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        var address = parts.group(1);
        var six = address.indexOf(':') >= 0;
        if (!six && address.chars().filter(each -> each == '.').count() != 3) {
            return false;
        }
        try {
            var bits = InetAddress.ofLiteral(address).getAddress().length * 8;
            return parts.group(2) == null || Integer.parseInt(parts.group(2)) <= (six ? 128 : bits);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
