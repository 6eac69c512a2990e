package io.wdatamock.config;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Pacing;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.refresh.Overlap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the server. Those of sandboxes hold for every new sandbox, unless the seed says otherwise.
 *
 * @param auth who may call
 * @param validation how exact requests must be
 * @param overlap what becomes of a refresh while a run of the same connection is active
 * @param defaultScript what runs of connections without scripts of their own do
 * @param rateLimit how many requests are served, a number being requests per second and sandbox; absent: no limit
 * @param sandboxes how many sandboxes there may be
 * @param seed a YAML or JSON file with the connections that sandboxes begin with; absent: the built-in ones
 * @param maxBody the largest request body, from 1 byte to 1 GB; the vendor's published limit is 10 MB
 * @param cors which web pages may call
 * @param hosts names that the server answers to beside IP addresses and local names: {@code *} for all, {@code
 *     *.example.com} for those below a domain; none by default
 * @param control who may use the control API
 * @param redact names of headers, parameters, fields and JSON members that are secret, besides those known to be
 * @param randomSeed the number that IDs and made-up facts are derived from
 * @param portFile a file to write the number of the port to, once the server takes requests; absent: none
 * @param exitOnStdinClose whether the server stops when its standard input closes, as it does when its parent ends
 */
@ConfigurationProperties(prefix = "wdata-mock", ignoreUnknownFields = false)
public record WdataMockProperties(
        @DefaultValue Auth auth,
        @DefaultValue("lenient") Validation validation,
        @DefaultValue("reject") Overlap overlap,
        @DefaultValue DefaultScript defaultScript,
        @Nullable RateLimit rateLimit,
        @DefaultValue Sandboxes sandboxes,
        @Nullable Path seed,
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue Cors cors,
        @DefaultValue List<String> hosts,
        @DefaultValue Control control,
        @DefaultValue List<String> redact,
        @DefaultValue("0") long randomSeed,
        @Nullable Path portFile,
        @DefaultValue("false") boolean exitOnStdinClose) {

    private static final String HOST = "\\*|(\\*\\.)?[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*\\.?";

    /** A name with something in it that counts. */
    private static final String NAME = "(?=.*[A-Za-z0-9])[!-~]{1,200}";

    public WdataMockProperties {
        boolean isBodyAllowed = maxBody.toBytes() >= 1 && maxBody.compareTo(DataSize.ofGigabytes(1)) <= 0;
        Allowed.require(isBodyAllowed, "max-body", "from 1B to 1GB");
        for (int i = 0; i < hosts.size(); i++) {
            boolean isHost = Pattern.matches(HOST, hosts.get(i));
            Allowed.require(
                    isHost, "hosts[" + i + "]", "*, a name such as mock.example.com, or one such as *.example.com");
        }
        for (int i = 0; i < redact.size(); i++) {
            boolean isName = Pattern.matches(NAME, redact.get(i));
            Allowed.require(isName, "redact[" + i + "]", "a name such as X-Partner-Key, of at most 200 characters");
        }
    }

    /**
     * Who may call.
     *
     * @param mode which bearer tokens are good enough
     * @param clients the clients that the token endpoint knows; none: it knows every client
     * @param tokenLifetime how long an issued token is valid by the sandbox's clock, from 1 second to 365 days
     */
    public record Auth(
            @DefaultValue("any") AuthMode mode,
            @DefaultValue List<Client> clients,
            @DefaultValue("10m") Duration tokenLifetime) {

        private static final int LONGEST_LIFETIME_DAYS = 365;

        public Auth {
            boolean isLifetimeAllowed = tokenLifetime.compareTo(Duration.ofSeconds(1)) >= 0
                    && tokenLifetime.compareTo(Duration.ofDays(LONGEST_LIFETIME_DAYS)) <= 0;
            Allowed.require(
                    isLifetimeAllowed, "auth.token-lifetime", "a duration from 1s to " + LONGEST_LIFETIME_DAYS + "d");
            for (int i = 0; i < clients.size(); i++) {
                Allowed.text("auth.clients[" + i + "].id", clients.get(i).id());
                Allowed.text("auth.clients[" + i + "].secret", clients.get(i).secret());
            }
        }
    }

    /**
     * A client of the token endpoint.
     *
     * @param id its {@code client_id}
     * @param secret its {@code client_secret}
     */
    public record Client(String id, String secret) {}

    /**
     * What runs of connections without scripts of their own do.
     *
     * @param outcome how they end
     * @param pacing what moves them
     * @param error the error of a run that fails; absent: a fitting sentence
     */
    public record DefaultScript(
            @DefaultValue("succeed") Outcome outcome,
            @DefaultValue PacingSettings pacing,
            @Nullable String error) {

        /** The script these settings describe. */
        public Script toScript() {
            return new Script(outcome, pacing.toPacing(), error, null, null);
        }
    }

    /**
     * What moves a run from stage to stage.
     *
     * @param type time, reads of the status, or only the control API
     * @param queued how long a timed run is queued, up to 365 days
     * @param source how long the source of a timed run takes, up to 365 days
     * @param destination how long the destination of a timed run takes, up to 365 days
     * @param reads how many reads show each stage of a polled run
     */
    public record PacingSettings(
            @DefaultValue("timed") PacingType type,
            @DefaultValue("250ms") Duration queued,
            @DefaultValue("1s") Duration source,
            @DefaultValue("1s") Duration destination,
            @DefaultValue("1") int reads) {

        private static final int LONGEST_DAYS = 365;

        public PacingSettings {
            Allowed.duration("default-script.pacing.queued", queued, LONGEST_DAYS);
            Allowed.duration("default-script.pacing.source", source, LONGEST_DAYS);
            Allowed.duration("default-script.pacing.destination", destination, LONGEST_DAYS);
            Allowed.number("default-script.pacing.reads", reads, 1, 1_000_000);
        }

        private Pacing toPacing() {
            return switch (type) {
                case TIMED -> new Pacing.Timed(queued, source, destination);
                case POLLED -> new Pacing.Polled(reads);
                case MANUAL -> new Pacing.Manual();
            };
        }
    }

    /** The pacings by name. */
    public enum PacingType {
        TIMED,
        POLLED,
        MANUAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many requests are served.
     *
     * @param requests the requests in each period, from 1 to 100,000
     * @param per the length of the period, from a second to a day
     * @param by which requests are counted together
     */
    public record RateLimit(
            int requests,
            @DefaultValue("1s") Duration per,
            @DefaultValue("sandbox") RateLimitScope by) {

        private static final int MOST = 100_000;

        public RateLimit {
            Allowed.number("rate-limit.requests", requests, 1, MOST);
            boolean isAllowed = per.compareTo(Duration.ofSeconds(1)) >= 0 && per.compareTo(Duration.ofDays(1)) <= 0;
            Allowed.require(isAllowed, "rate-limit.per", "a duration from 1s to 1d");
        }

        /** The limit that a number alone stands for: requests per second and sandbox. Spring converts texts by it. */
        public static RateLimit of(String perSecond) {
            int requests = Integer.parseInt(perSecond);
            Allowed.number("rate-limit", requests, 1, MOST);
            return new RateLimit(requests, Duration.ofSeconds(1), RateLimitScope.SANDBOX);
        }
    }

    /**
     * How many sandboxes there may be.
     *
     * @param max the most that live at once
     * @param idle how long one must have been unused before it may be dropped to make room
     */
    public record Sandboxes(
            @DefaultValue("1000") int max,
            @DefaultValue("10m") Duration idle) {

        public Sandboxes {
            Allowed.number("sandboxes.max", max, 1, 100_000);
            Allowed.duration("sandboxes.idle", idle);
        }
    }

    /**
     * Which web pages may call.
     *
     * @param origins their origins, such as {@code http://localhost:3000}, or {@code *} for all; none by default
     */
    public record Cors(@DefaultValue List<String> origins) {

        private static final String ORIGIN = "\\*|https?://[^/?#\\s]+";

        public Cors {
            for (int i = 0; i < origins.size(); i++) {
                boolean isOrigin = Pattern.matches(ORIGIN, origins.get(i));
                Allowed.require(isOrigin, "cors.origins[" + i + "]", "* or an origin such as http://localhost:3000");
            }
        }
    }

    /**
     * Who may use the control API.
     *
     * @param enabled whether there is one
     * @param token the bearer token it wants; absent: none
     */
    public record Control(
            @DefaultValue("true") boolean enabled, @Nullable String token) {

        /** What a client can send in an Authorization header. */
        private static final Pattern TOKEN = Pattern.compile("[!-~]+");

        public Control {
            if (token != null) {
                Allowed.text("control.token", token);
                Allowed.require(
                        TOKEN.matcher(token).matches(), "control.token", "of visible ASCII characters without blanks");
            }
        }
    }
}
