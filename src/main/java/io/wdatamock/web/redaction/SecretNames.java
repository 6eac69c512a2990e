package io.wdatamock.web.redaction;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names whose values are secret, in headers, queries, forms and JSON. Names are compared by their letters and
 * digits, ignoring case and a leading {@code X-}: {@code api_key}, {@code apiKey} and {@code API-Key} are equal.
 */
final class SecretNames {

    private static final Set<String> EVERYWHERE = Set.of(
            "accesskey",
            "accesstoken",
            "actortoken",
            "amzcredential",
            "amzsecuritytoken",
            "amzsignature",
            "apikey",
            "apisecret",
            "apitoken",
            "assertion",
            "authkey",
            "authorization",
            "authtoken",
            "awssecretaccesskey",
            "bearertoken",
            "clientassertion",
            "clientsecret",
            "codeverifier",
            "cookie",
            "csrftoken",
            "devicecode",
            "functionskey",
            "googapikey",
            "idtoken",
            "jsessionid",
            "jwt",
            "ocpapimsubscriptionkey",
            "passphrase",
            "passwd",
            "password",
            "privatekey",
            "privatetoken",
            "proxyauthorization",
            "pwd",
            "refreshtoken",
            "secret",
            "secretkey",
            "securitytoken",
            "sessionid",
            "sessiontoken",
            "setcookie",
            "setcookie2",
            "sig",
            "signature",
            "subjecttoken",
            "subscriptionkey",
            "token",
            "usercode",
            "vaulttoken",
            "xsrftoken");

    /** Secret in queries and forms only, because the vendor's JSON responses have a member of this name. */
    private static final String CODE = "code";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** The number of characters of a name that are compared. */
    private static final int LONGEST = 200;

    /** The maximum depth of percent-encoding of a name. */
    private static final int MAX_LAYERS = 3;

    private final Set<String> names = new HashSet<>(EVERYWHERE);
    private final int[] hashes;
    private final boolean codeToo;

    /** Creates the set of known names and additional ones. */
    SecretNames(Collection<String> more) {
        more.stream().map(SecretNames::normalized).forEach(names::add);
        codeToo = names.contains(CODE);
        names.add(CODE);
        hashes = names.stream().mapToInt(String::hashCode).sorted().toArray();
    }

    /** Whether a header or JSON member of this name is secret. */
    boolean contain(String name) {
        return contain(name, 0, name.length());
    }

    /** Whether the header or JSON member whose name is this part of the text is secret. */
    boolean contain(String text, int from, int to) {
        if (to - from > LONGEST || Arrays.binarySearch(hashes, hashOfEssence(text, from, to)) < 0) {
            return false;
        }
        String normalized = normalized(text.substring(from, to));
        return names.contains(normalized) && (codeToo || !normalized.equals(CODE));
    }

    /** Whether a form field or query parameter with this name, as sent, is secret. */
    boolean containEncoded(String name) {
        return name.length() <= LONGEST && names.contains(normalized(decode(name)));
    }

    /** Returns the part of a name that is compared. */
    static String normalized(String name) {
        StringBuilder normalized = new StringBuilder(name.length());
        for (int i = endOfX(name, 0, name.length()); i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (counts(c)) {
                normalized.append(c);
            }
        }
        return normalized.toString();
    }

    /** Returns the hash code of the compared part without creating it, because almost all names are not secret. */
    private static int hashOfEssence(String text, int from, int to) {
        int hash = 0;
        for (int i = endOfX(text, from, to); i < to; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            hash = counts(c) ? 31 * hash + c : hash;
        }
        return hash;
    }

    private static boolean counts(char lower) {
        return (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    }

    /** Returns the index after a leading {@code X-}. */
    private static int endOfX(String text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start + 2 <= to && text.regionMatches(true, start, "X-", 0, 2) ? start + 2 : start;
    }

    private static String decode(String name) {
        String decoded = name;
        for (int i = 0; i < MAX_LAYERS && decoded.indexOf('%') >= 0; i++) {
            decoded = URLDecoder.decode(BROKEN_ESCAPE.matcher(decoded).replaceAll(""), StandardCharsets.UTF_8);
        }
        return decoded;
    }
}
