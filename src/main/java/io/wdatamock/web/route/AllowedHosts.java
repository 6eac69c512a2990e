package io.wdatamock.web.route;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The host names that the server accepts: IP addresses, names that cannot be registered in the public DNS, and those of
 * the setting. Any other name may point to this machine by DNS rebinding.
 */
public final class AllowedHosts {

    /** Suffixes for local use or clusters; {@code .svc.cluster.local} is below {@code .local}. */
    private static final List<String> LOCAL = List.of(".localhost", ".local", ".internal", ".svc", ".test");

    private static final String ALL = "*";
    private static final String SUBDOMAINS = "*.";

    private final boolean all;
    private final Set<String> names = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>(LOCAL);

    public AllowedHosts(List<String> configured) {
        all = configured.contains(ALL);
        for (String host : configured) {
            String name = withoutTrailingDot(host).toLowerCase(Locale.ROOT);
            if (name.startsWith(SUBDOMAINS)) {
                suffixes.add(name.substring(1));
            } else {
                names.add(name);
            }
        }
    }

    /** Whether a host is accepted; {@code host} has no port, and an IPv6 address is in brackets. */
    public boolean contains(String host) {
        String name = withoutTrailingDot(host);
        return all
                || name.indexOf('.') < 0
                || name.charAt(0) == '[' // Tomcat accepts only an IPv6 address in this form
                || isIpv4Address(name)
                || isListed(name.toLowerCase(Locale.ROOT));
    }

    private boolean isListed(String name) {
        if (names.contains(name)) {
            return true;
        }
        for (String suffix : suffixes) {
            if (name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIpv4Address(String name) {
        int parts = 1;
        int digits = 0;
        int value = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' && digits > 0) {
                parts++;
                digits = 0;
                value = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                digits++;
                value = 10 * value + c - '0';
            } else {
                return false;
            }
            if (value > 255) {
                return false;
            }
        }
        return parts == 4 && digits > 0;
    }

    /** Returns the name in a Host header without the port. */
    public static String name(String header) {
        int colon = header.lastIndexOf(':');
        return colon > header.lastIndexOf(']') ? header.substring(0, colon) : header;
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
