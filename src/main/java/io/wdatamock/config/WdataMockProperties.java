package io.wdatamock.config;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Pacing;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.refresh.Overlap;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the server. Those of sandboxes apply to every new sandbox; a seed overrides those
 * that are not set explicitly. The messages
 * of the constraints are predicates that {@link SettingsFailureAnalyzer} puts into a sentence.
 *
 * @param auth which clients are authorized
 * @param validation how exact requests must be
 * @param overlap the response to a refresh while a run of the same connection is active
 * @param defaultScript the script of runs of connections without scripts of their own
 * @param rateLimit the rate limit, a number being requests per second and sandbox; absent: no limit
 * @param sandboxes how many sandboxes may exist
 * @param seed a YAML or JSON file with the initial connections of sandboxes; absent: the built-in ones
 * @param maxBody the largest request body, from 1 byte to 1 GB; the vendor's published limit is 10 MB
 * @param cors which web pages may send requests
 * @param hosts host names that the server accepts besides IP addresses and local names: {@code *} for all, {@code
 *     *.example.com} for those below a domain; none by default
 * @param control the control API
 * @param upstream the real service that answers instead of the mock; none by default
 * @param redact names of headers, parameters, fields and JSON members that are secret, besides the known ones
 * @param randomSeed the number from which IDs and generated facts are derived
 * @param stateFile a file from which the server restores all sandboxes when it starts and to which it saves them when
 *     it stops; absent: none
 * @param stateInterval how often the server also saves them while clients use them, from 1 second to 1 day
 * @param portFile a file to which the server writes its port once it accepts requests; absent: none
 * @param exitOnStdinClose whether the server stops when its standard input closes, as it does when its parent ends
 */
@Validated
@ConfigurationProperties(prefix = "wdata-mock", ignoreUnknownFields = false)
public record WdataMockProperties(
        @Valid @DefaultValue Auth auth,
        @DefaultValue("lenient") Validation validation,
        @DefaultValue("reject") Overlap overlap,
        @Valid @DefaultValue DefaultScript defaultScript,
        @Valid @Nullable RateLimit rateLimit,
        @Valid @DefaultValue Sandboxes sandboxes,
        @Nullable Path seed,

        @DataSizeRange(min = "1B", max = "1GB", message = "must be from 1B to 1GB") @DefaultValue("10MB")
        DataSize maxBody,

        @Valid @DefaultValue Cors cors,

        @DefaultValue List<@Pattern(regexp = HOST, message = HOST_MESSAGE) String> hosts,

        @Valid @DefaultValue Control control,

        @Valid @DefaultValue Upstream upstream,

        @DefaultValue List<@Pattern(regexp = NAME, message = NAME_MESSAGE) String> redact,

        @DefaultValue("0") long randomSeed,
        @Nullable Path stateFile,

        @DurationMin(seconds = 1, message = INTERVAL) @DurationMax(days = 1, message = INTERVAL) @DefaultValue("10s")
        Duration stateInterval,

        @Nullable Path portFile,
        @DefaultValue("false") boolean exitOnStdinClose) {

    private static final String HOST = "\\*|(\\*\\.)?[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*\\.?";

    private static final String HOST_MESSAGE =
            "must be *, a name such as mock.example.com, or one such as *.example.com";

    private static final String INTERVAL = "must be a duration from 1s to 1d";

    /** A name with at least one letter or digit. */
    private static final String NAME = "(?=.*[A-Za-z0-9])[!-~]{1,200}";

    private static final String NAME_MESSAGE = "must be a name such as X-Partner-Key, of at most 200 characters";

    /**
     * Which clients are authorized.
     *
     * @param mode which bearer tokens are accepted
     * @param clients the clients that the token endpoint accepts; none: it accepts every client
     * @param tokenLifetime how long an issued token is valid by the sandbox's clock, from 1 second to 365 days
     */
    public record Auth(
            @DefaultValue("any") AuthMode mode,
            @DefaultValue List<@Valid Client> clients,

            @DurationMin(seconds = 1, message = LIFETIME)
            @DurationMax(days = 365, message = LIFETIME)
            @DefaultValue("10m")
            Duration tokenLifetime) {

        private static final String LIFETIME = "must be a duration from 1s to 365d";
    }

    /**
     * A client of the token endpoint.
     *
     * @param id its {@code client_id}
     * @param secret its {@code client_secret}
     */
    public record Client(
            @NotEmpty(message = NOT_EMPTY) String id,
            @NotEmpty(message = NOT_EMPTY) String secret) {

        private static final String NOT_EMPTY = "must be at least one character";
    }

    /**
     * The script of runs of connections without scripts of their own.
     *
     * @param outcome how runs end
     * @param pacing what moves runs
     * @param error the error of a run that fails; absent: a generated one
     */
    public record DefaultScript(
            @DefaultValue("succeed") Outcome outcome,
            @Valid @DefaultValue PacingSettings pacing,
            @Nullable String error) {

        /** The script that these settings describe. */
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
     * @param reads how many reads show each stage of a polled run, from 1 to 1,000,000
     */
    public record PacingSettings(
            @DefaultValue("timed") PacingType type,

            @DurationMin(message = STAGE) @DurationMax(days = 365, message = STAGE) @DefaultValue("250ms")
            Duration queued,

            @DurationMin(message = STAGE) @DurationMax(days = 365, message = STAGE) @DefaultValue("1s")
            Duration source,

            @DurationMin(message = STAGE) @DurationMax(days = 365, message = STAGE) @DefaultValue("1s")
            Duration destination,

            @Range(min = 1, max = 1_000_000, message = "must be from {min} to {max}") @DefaultValue("1")
            int reads) {

        private static final String STAGE = "must be a duration from 0 to 365d";

        private Pacing toPacing() {
            return switch (type) {
                case TIMED -> new Pacing.Timed(queued, source, destination);
                case POLLED -> new Pacing.Polled(reads);
                case MANUAL -> new Pacing.Manual();
            };
        }
    }

    /** The kinds of pacing. */
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
     * The rate limit.
     *
     * @param requests the requests in each period, from 1 to 100,000
     * @param per the length of the period, from a second to a day
     * @param by which requests are counted together
     */
    public record RateLimit(
            @Range(min = 1, max = 100_000, message = "must be from {min} to {max}")
            int requests,

            @DurationMin(seconds = 1, message = PERIOD) @DurationMax(days = 1, message = PERIOD) @DefaultValue("1s")
            Duration per,

            @DefaultValue("sandbox") RateLimitScope by) {

        private static final String PERIOD = "must be a duration from 1s to 1d";

        /** Converts the short form, a number of requests per second and sandbox. Spring calls it to convert a string. */
        public static RateLimit of(String perSecond) {
            return new RateLimit(Integer.parseInt(perSecond), Duration.ofSeconds(1), RateLimitScope.SANDBOX);
        }
    }

    /**
     * How many sandboxes may exist.
     *
     * @param max how many sandboxes exist at a time, from 1 to 100,000
     * @param idle how long a sandbox must be unused before the server may delete it to make room
     */
    public record Sandboxes(
            @Range(min = 1, max = 100_000, message = "must be from {min} to {max}") @DefaultValue("1000")
            int max,

            @DurationMin(message = "must be a duration of 0 or more") @DefaultValue("10m")
            Duration idle) {}

    /**
     * Which web pages may send requests.
     *
     * @param origins their origins, such as {@code http://localhost:3000}, or {@code *} for all; none by default
     */
    public record Cors(@DefaultValue List<@Pattern(regexp = ORIGIN, message = ORIGIN_MESSAGE) String> origins) {

        private static final String ORIGIN = "\\*|https?://[^/?#\\s]+";

        private static final String ORIGIN_MESSAGE = "must be * or an origin such as http://localhost:3000";
    }

    /**
     * The control API.
     *
     * @param enabled whether the control API is available
     * @param token the bearer token that the control API requires, of visible ASCII characters; absent: none
     */
    public record Control(
            @DefaultValue("true") boolean enabled,

            @Size(min = 1, message = "must be at least one character")
            @Pattern(regexp = "[!-~]*", message = "must be of visible ASCII characters without blanks")
            @Nullable
            String token) {}

    /**
     * The real service that answers instead of the mock.
     *
     * @param url its host and base path, such as {@code https://api.app.wdesk.com/s/wdata/prep}; absent: the mock answers
     * @param tokenUrl the URL of its token endpoint; absent: that of the request at the host of {@code url}
     * @param timeout how long it may take for a response, from 1 second to 10 minutes
     */
    public record Upstream(
            @Pattern(regexp = URL, message = URL_MESSAGE) @Nullable
            String url,

            @Pattern(regexp = URL, message = URL_MESSAGE) @Nullable
            String tokenUrl,

            @DurationMin(seconds = 1, message = TIMEOUT)
            @DurationMax(minutes = 10, message = TIMEOUT)
            @DefaultValue("30s")
            Duration timeout) {

        private static final String URL = "https?://[A-Za-z0-9._\\-\\[\\]:]+(/[!$&'()*+,;=:@%A-Za-z0-9._~/-]*)?";

        private static final String URL_MESSAGE =
                "must be a URL such as https://api.app.wdesk.com/s/wdata/prep, without user, query and fragment";

        private static final String TIMEOUT = "must be a duration from 1s to 10m";
    }
}
