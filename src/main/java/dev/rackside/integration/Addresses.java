package dev.rackside.integration;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where a call may go: to the origin that its credential is for, over TLS, to a public address. Plain http and private
 * addresses only where a person said that the system stands in our own network.
 */
final class Addresses {

    private Addresses() {
    }

    /**
     * The name is looked up here; the connection looks it up again, and could be told another address by whoever rules
     * that name. TLS to the right name is what keeps the call from going astray then.
     *
     * @throws Problem OUTSIDE_ADDRESS where it may not go there, OUTSIDE_HOST_UNKNOWN
     */
    static void refuseForbidden(Reach reach, URI address) {
        var host = address.getHost();
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || address.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw refused(reach, "form");
        }
        if (!sameOrigin(reach.base(), address)) {
            throw refused(reach, "origin");
        }
        if (scheme.equals("http") && !reach.ownNetwork()) {
            throw refused(reach, "plain");
        }
        if (reach.proxy() == null && !reach.ownNetwork()) {
            refusePrivate(reach, host);
        }
    }

    private static void refusePrivate(Reach reach, String host) {
        try {
            for (var each : InetAddress.getAllByName(host)) {
                if (!isPublic(each)) {
                    throw refused(reach, "private");
                }
            }
        } catch (UnknownHostException e) {
            throw new Problem(ErrorCode.OUTSIDE_HOST_UNKNOWN, e, reach.host());
        }
    }

    private static Problem refused(Reach reach, String why) {
        return new Problem(ErrorCode.OUTSIDE_ADDRESS, reach.host(), Messages.get("exchange.address." + why));
    }

    /** Scheme, host and port. */
    static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(String.valueOf(other.getScheme()))
                && one.getHost() != null && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }

    /** Whether an address leads into the internet, and nowhere else. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> !shared4(bytes[0] & 0xff, bytes[1] & 0xff);
            case Inet6Address _ -> !local6(bytes);
            default -> false;
        };
    }

    /** This network, carrier's NAT, benchmarks, reserved. */
    private static boolean shared4(int first, int second) {
        return first == 0 || (first == 100 && second >= 64 && second < 128) || (first == 198 && second / 2 == 9)
                || (first == 192 && second == 0) || first >= 240;
    }

    /** Unique local addresses, and IPv4 in one of its wrappers. */
    private static boolean local6(byte[] bytes) {
        var wrapped = (bytes[0] == 0 && bytes[1] == 0) || (bytes[0] == 0 && bytes[1] == 0x64)
                || (bytes[0] == 0x20 && bytes[1] == 0x02) || (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0);
        return (bytes[0] & 0xfe) == 0xfc || wrapped;
    }
}
