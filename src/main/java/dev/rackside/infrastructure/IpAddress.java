package dev.rackside.infrastructure;

import java.net.InetAddress;

/** Tells whether a text is an IP address as it is written. Nothing is looked up. */
final class IpAddress {

    private IpAddress() {
    }

    /** An IPv4 address of four decimal numbers, or an IPv6 address, with a zone ({@code %eth0}) where it has one. */
    static boolean written(String text) {
        try {
            if (text.indexOf(':') >= 0) {
                return text.indexOf('[') < 0 && InetAddress.ofLiteral(text).getHostAddress() != null;
            }
            return text.chars().filter(each -> each == '.').count() == 3
                    && text.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'))
                    && InetAddress.ofLiteral(text).getHostAddress() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
