package io.wdatamock.web.route;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names that the server answers to: IP addresses, names that nobody can register in the public DNS, and those of the
 * setting. Any other name may have been pointed at this machine by the owner of the page that uses it (DNS rebinding).
 */
public final class AllowedHosts {

    /** Reserved for local use, or used in clusters; {@code .svc.cluster.local} is below {@code .local}. */
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

    /** Whether this is the name or address of a host to answer for, without a port; IPv6 addresses are in brackets. */
    public boolean contains(String host) {
        String name = withoutTrailingDot(host);
        return all
                || name.indexOf('.') < 0
                || name.charAt(0) == '[' // Tomcat lets nothing else begin like this
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

    /** The name in a Host header, without the port. */
    public static String name(String header) {
        int colon = header.lastIndexOf(':');
        return colon > header.lastIndexOf(']') ? header.substring(0, colon) : header;
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
