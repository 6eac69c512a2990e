package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.wdatamock.WdataMockApplication;
import io.wdatamock.config.WdataMockProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** An invalid setting stops the start with a message that names the setting, its value and the allowed values. */
class InvalidSettingsTests {

    /** The beans that read settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WdataMockProperties.class)
    @Import({SandboxConfiguration.class, Sandboxes.class})
    static class Server {}

    @TempDir
    private Path directory;

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void invalidSettingStopsTheServer(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> SpringApplication.run(
                        WdataMockApplication.class, "--server.port=0", "--wdata-mock.sandboxes.idle=never"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Setting wdata-mock.sandboxes.idle was \"never\", but must be a duration such as")
                .contains("it comes from: \"wdata-mock.sandboxes.idle\" from property source \"commandLineArgs\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auth.token-lifetime                | 999ms          | was "999ms", but must be a duration from 1s to 365d.
            auth.mode                          | none           | was "none", but must be one of any, issued, off
            auth.clients[0].id                 | a              | Setting wdata-mock.auth.clients[0].secret is missing, but must be at least one character.
            auth.clients[0].secret             | a              | Setting wdata-mock.auth.clients[0].id is missing, but must be at least one character.
            validation                         | loose          | was "loose", but must be one of lenient, strict
            overlap                            | maybe          | was "maybe", but must be one of reject, allow
            default-script.outcome             | win            | was "win", but must be one of succeed, fail_source, fail_destination, cancel_source, cancel_destination, fail_initiation, stall_source, stall_destination
            default-script.pacing.type         | slow           | was "slow", but must be one of timed, polled, manual
            default-script.pacing.queued       | -1s            | was "-1s", but must be a duration from 0 to 365d
            default-script.pacing.source       | 366d           | was "366d", but must be a duration from 0 to 365d
            default-script.pacing.destination  | soon           | was "soon", but must be a duration such as 500ms, 10m or PT1H30M
            default-script.pacing.reads        | 0              | was "0", but must be from 1 to 1000000
            default-script.pacing.reads        | 1000001        | was "1000001", but must be from 1 to 1000000
            default-script.pacing.reads        | many           | was "many", but must be a whole number
            rate-limit                         | 0              | was "0", but must be from 1 to 100000
            rate-limit                         | 100001         | was "100001", but must be from 1 to 100000
            rate-limit                         | 1.5            | was "1.5", but must be a whole number
            rate-limit                         | many           | was "many", but must be a whole number, or a group of requests, per and by
            rate-limit.requests                | 0              | was "0", but must be from 1 to 100000
            rate-limit.requests                | many           | was "many", but must be a whole number
            rate-limit.by                      | client         | was "client", but must be one of operation, sandbox
            sandboxes.max                      | 0              | was "0", but must be from 1 to 100000
            sandboxes.max                      | 100001         | was "100001", but must be from 1 to 100000
            sandboxes.idle                     | -1s            | was "-1s", but must be a duration of 0 or more
            sandboxes.idle                     | never          | was "never", but must be a duration such as 500ms, 10m or PT1H30M
            upstream.timeout                   | 11m            | was "11m", but must be a duration from 1s to 10m
            upstream.url                       | h.app.wdesk.com | was "h.app.wdesk.com", but must be a URL such as https://api.app.wdesk.com/s/wdata/prep, without user, query and fragment
            upstream.url                       | https://me:secret@host/ | was "https://me:secret@host/", but must be a URL
            upstream.token-url                 | ftp://host/    | was "ftp://host/", but must be a URL
            state-interval                     | 999ms          | was "999ms", but must be a duration from 1s to 1d
            random-seed                        | x              | was "x", but must be a whole number
            max-body                           | 0              | was "0", but must be from 1B to 1GB
            max-body                           | 1025MB            | was "1025MB", but must be from 1B to 1GB
            max-body                           | big            | was "big", but must be a size such as 512KB or 10MB
            cors.origins                       | localhost:3000 | was "localhost:3000", but must be * or an origin such as http://localhost:3000
            cors.origins                       | *,ftp://b      | was "*,ftp://b", but must be * or an origin such as http://localhost:3000
            cors.origins[0]                    | ftp://b        | was "ftp://b", but must be * or an origin such as http://localhost:3000
            hosts                              | http://a.b     | was "http://a.b", but must be *, a name such as mock.example.com, or one such as *.example.com
            hosts                              | a.b,c.d:8080   | was "a.b,c.d:8080", but must be *, a name such as
            hosts[0]                           | a.*.b          | was "a.*.b", but must be *, a name such as
            hosts                              | **             | was "**", but must be *, a name such as
            redact[0]                          | _              | was "_", but must be a name such as X-Partner-Key, of at most 200 characters
            redact                             | a,b c          | was "a,b c", but must be a name such as X-Partner-Key, of at most 200 characters
            control.token                      | ``             | was "", but must be at least one character
            seed                               | /nowhere.yaml  | '/nowhere.yaml' for configuration property 'wdata-mock.seed'
            """)
    void invalidValueStopsTheStart(String key, String value, String allowed) {
        String message = start("wdata-mock." + key, value);

        assertThat(message)
                .contains("wdata-mock." + key.replaceAll("\\.(id|secret)$", ""))
                .contains(allowed);
    }

    @Test
    void rateLimitRequiresRequests() {
        assertThat(start("wdata-mock.rate-limit.per", "1m"))
                .contains("Setting wdata-mock.rate-limit.requests is missing, but must be from 1 to 100000.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wdata-mock.unknown            | 1
            wdata-mock.auth.modes         | any
            wdata-mock.auth.clients[1].id | second
            wdata-mock.seed               | ``
            wdata-mock.auth.mode          | ``
            """)
    void unknownSettingStopsTheStartAndKnownOnesAreListed(String key, String value) {
        String message = start(key, value);

        assertThat(message)
                .contains("There is no setting " + key + ", or it has no value.")
                .contains("""
                            wdata-mock.auth.mode
                            wdata-mock.auth.clients
                            wdata-mock.auth.token-lifetime
                            wdata-mock.validation
                            wdata-mock.overlap
                            wdata-mock.default-script.outcome
                            wdata-mock.default-script.pacing.type
                            wdata-mock.default-script.pacing.queued
                            wdata-mock.default-script.pacing.source
                            wdata-mock.default-script.pacing.destination
                            wdata-mock.default-script.pacing.reads
                            wdata-mock.default-script.error
                            wdata-mock.rate-limit
                            wdata-mock.rate-limit.requests
                            wdata-mock.rate-limit.per
                            wdata-mock.rate-limit.by
                            wdata-mock.sandboxes.max
                            wdata-mock.sandboxes.idle
                            wdata-mock.seed
                            wdata-mock.max-body
                            wdata-mock.cors.origins
                            wdata-mock.hosts
                            wdata-mock.control.enabled
                            wdata-mock.control.token
                            wdata-mock.upstream.url
                            wdata-mock.upstream.token-url
                            wdata-mock.upstream.timeout
                            wdata-mock.redact
                            wdata-mock.random-seed
                            wdata-mock.state-file
                            wdata-mock.state-interval
                            wdata-mock.port-file
                            wdata-mock.exit-on-stdin-close
                        """.stripTrailing())
                .doesNotContain("Bindable@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {connections: [{connectionId: a1}], faults: [{connectionId: a2, effect: {type: hold}}]} | faults[0].connectionId was "a2", but there is no such connection; did you mean "a1"? If it will be created later, add "pending": true
            connections: [{connectionId: a}, {connectionId: a}] | connections[1].connectionId was "a", which an entry before it has already
            connections: [{name: a}]                            | connections[0].connectionId is missing; it must be 1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit
            connections: [{connectionId: batch}]                | connections[0].connectionId was "batch", but must be 1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit, and not "batch"
            connections: [{connectionId: a/b}]                  | connections[0].connectionId was "a/b", but must be
            connections: [{connectionId: 5}]                    | connections[0].connectionId was 5, but must be a string
            connections: [{connectionId: a}, null]              | connections[1] was null, but must be a connection
            connections: [a]                                    | connections[0] was "a", but must be an object
            connections: {connectionId: a}                      | connections was {"connectionId":"a"}, but must be an array
            connections: [{connectionId: a, access: closed}]    | connections[0].access was "closed", but must be one of open, forbidden, locked, unwritable
            connections: [{connectionId: a, sourceType: table}] | connections[0].sourceType was "table", but must be one of spreadsheet, spreadsheet_section, presentation
            connections: [{connectionId: a, created: today}]    | connections[0].created was "today", but must be an RFC 3339 instant such as 2026-01-31T12:00:00Z
            connections: [{connectionId: a, metadata: []}]      | connections[0].metadata was [], but must be an object
            connections: [{connectionId: a, scriptz: []}]       | connections[0].scriptz is not a known field; known are access, connectionId, created
            connections: [{connectionId: a, scripts: [{outcome: win}]}] | connections[0].scripts[0].outcome was "win", but must be one of succeed, fail_source
            connections: [{connectionId: a, scripts: [{outcome: 0}]}]   | connections[0].scripts[0].outcome was 0, but must be one of succeed
            connections: [{connectionId: a, scripts: [{}]}]     | connections[0].scripts[0].outcome is missing; a script needs one
            connections: [{connectionId: a, scripts: [{outcome: succeed, pacing: {type: slow}}]}] | connections[0].scripts[0].pacing
            connections: [{connectionId: a, scripts: [{outcome: succeed, pacing: {type: polled, reads: 0}}]}] | reads was 0, but must be from 1 to 1000000
            connections: [{connectionId: a, scripts: [{outcome: succeed, pacing: {type: timed, source: 1x}}]}] | connections[0].scripts[0].pacing.source was "1x", but must be a duration such as 500ms, 2s or PT1.5S
            connections: [{connectionId: a, scripts: [{outcome: succeed, pacing: {type: timed, source: PT-1S}}]}] | source was PT-1S, but must last from PT0S to PT8760H
            faults: [{operation: refresh, effect: {type: status, status: 500}}] | faults[0].operation was "refresh", but must be one of listConnections
            faults: [{effect: {type: status, status: 200}}]     | status was 200, but must be from 400 to 599
            faults: [{effect: {type: explode}}]                 | faults[0].effect
            faults: [{times: 1}]                                | faults[0].effect is missing; a fault needs one
            faults: [{times: 0, effect: {type: status, status: 500}}] | times was 0, but must be at least 1
            faults: [{times: 1.5, effect: {type: status, status: 500}}] | faults[0].times was 1.5, but must be a whole number
            faults: [{skip: "1", effect: {type: status, status: 500}}]  | faults[0].skip was "1", but must be a whole number
            connections: [{connectionId: a, scripts: [{outcome: succeed, pacing: {type: polled, reads: 2.0}}]}] | connections[0].scripts[0].pacing.reads was 2.0, but must be a whole number
            faults: [{probability: 2, effect: {type: status, status: 500}}] | probability was 2.0, but must be from 0 to 1
            {connections: [{connectionId: &n a, name: *n}]}     | line 1 has the alias *n, but aliases are not supported; repeat what it stands for
            settings: {auth: none}                              | settings.auth was "none", but must be one of any, issued, off
            settings: {auth: null}                              | settings.auth was null; give it a value or leave it out
            settings: {rateLimit: 0}                            | rateLimit was 0, but must be from 1 to 100000, or null for none
            settings: {rateLimit: fast}                         | settings.rateLimit was "fast", but must be a whole number
            settings: {rateLimit: {per: PT1M}}                  | settings.rateLimit.requests is missing; a rate limit needs it
            settings: {rateLimit: {requests: 1, by: client}}    | settings.rateLimit.by was "client", but must be one of operation, sandbox
            settings: {rateLimit: 1.5}                          | settings.rateLimit was 1.5, but must be a whole number
            settings: {defaultScript: {pacing: {type: manual}}} | outcome is missing; a script needs one
            settings: {colour: blue}                            | settings.colour is not a known field; known are auth, defaultScript, overlap, rateLimit, validation
            settings: []                                        | settings was [], but must be an object
            other: 1                                            | other is not a known field; known are connections, faults, settings
            [1]                                                 | it must be an object with settings, connections and faults
            text                                                | it must be an object with settings, connections and faults
            connections: [                                      | it is not valid YAML
            connections: [{connectionId: a, connectionId: b}]   | it is not valid YAML
            """)
    void invalidSeedIsReportedWithFileEntryAndField(String seed, String reason) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), seed);

        String message = start("wdata-mock.seed", file.toString());

        assertThat(message)
                .contains("configuration property 'wdata-mock.seed'")
                .contains("Seed file " + file + ": ")
                .contains(reason)
                .doesNotContain("io.wdatamock.connection", "io.wdatamock.lifecycle", "tools.jackson");
    }

    @Test
    void emptySeedFileIsRejected() throws IOException {
        String message = start(
                "wdata-mock.seed",
                Files.writeString(directory.resolve("empty.yaml"), "").toString());

        assertThat(message).contains("it must be an object with settings, connections and faults");
    }

    @Test
    void tooLargeSeedFileIsRejected() throws IOException {
        Path file = Files.writeString(directory.resolve("large.yaml"), "#" + "x".repeat(3 * 1024 * 1024));

        String message = start("wdata-mock.seed", file.toString());

        assertThat(message).contains("it has 3145729 bytes, but must have at most 3145728 (3 MiB)");
    }

    @Test
    void binarySeedFileIsRejected() throws IOException {
        Path file = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});

        String message = start("wdata-mock.seed", file.toString());

        assertThat(message).contains("'wdata-mock.seed'").contains(file.toString());
    }

    /** Returns the message for a start that fails because of this setting. */
    private static String start(String key, String value) {
        AtomicReference<String> message = new AtomicReference<>("It started");
        AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
        new ApplicationContextRunner()
                .withInitializer(started::set)
                .withUserConfiguration(Server.class)
                .withPropertyValues(key + "=" + value)
                .run(context -> Optional.ofNullable(context.getStartupFailure())
                        .ifPresent(failure -> message.set(analyse(failure, started.get()))));
        return message.get();
    }

    private static String analyse(Throwable failure, ConfigurableApplicationContext context) {
        ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, arguments).stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(analysis -> analysis.getDescription() + "\n" + analysis.getAction())
                .orElseThrow();
    }
}
