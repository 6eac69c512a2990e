package io.wdatamock.web.redaction;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names whose values are secret, in headers, queries, forms and JSON alike. Only their letters and digits count, and
 * not their case, so that {@code api_key}, {@code apiKey} and {@code API-Key} are one; an {@code X-} at the beginning does
 * not count either.
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

    /** Secret in queries and forms only: in JSON the vendor's own answers have a member of this name. */
    private static final String CODE = "code";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** Longer names are looked at no further. */
    private static final int LONGEST = 200;

    /** How often a name may be percent-encoded. */
    private static final int MOST_LAYERS = 3;

    private final Set<String> names = new HashSet<>(EVERYWHERE);
    private final int[] hashes;
    private final boolean codeToo;

    /** The names that are known, and some more. */
    SecretNames(Collection<String> more) {
        more.stream().map(SecretNames::essence).forEach(names::add);
        codeToo = names.contains(CODE);
        names.add(CODE);
        hashes = names.stream().mapToInt(String::hashCode).sorted().toArray();
    }

    /** Whether a header or JSON member of this name is secret. */
    boolean contain(String name) {
        return contain(name, 0, name.length());
    }

    /** Whether a header or JSON member is secret whose name is this part of a text. */
    boolean contain(String text, int from, int to) {
        if (to - from > LONGEST || Arrays.binarySearch(hashes, hashOfEssence(text, from, to)) < 0) {
            return false;
        }
        String essence = essence(text.substring(from, to));
        return names.contains(essence) && (codeToo || !essence.equals(CODE));
    }

    /** Whether a form field or query parameter of this name, as it was sent, is secret. */
    boolean containEncoded(String name) {
        return name.length() <= LONGEST && names.contains(essence(decode(name)));
    }

    /** What of a name counts. */
    static String essence(String name) {
        StringBuilder essence = new StringBuilder(name.length());
        for (int i = endOfX(name, 0, name.length()); i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (counts(c)) {
                essence.append(c);
            }
        }
        return essence.toString();
    }

    /** The hash code of a name's essence, without making that: nearly all names are none of those that are secret. */
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

    /** Where the name goes on after an {@code X-} at its beginning. */
    private static int endOfX(String text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start + 2 <= to && text.regionMatches(true, start, "X-", 0, 2) ? start + 2 : start;
    }

    private static String decode(String name) {
        String decoded = name;
        for (int i = 0; i < MOST_LAYERS && decoded.indexOf('%') >= 0; i++) {
            decoded = URLDecoder.decode(BROKEN_ESCAPE.matcher(decoded).replaceAll(""), StandardCharsets.UTF_8);
        }
        return decoded;
    }
}
