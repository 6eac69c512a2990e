package io.wdatamock.mcp;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code mcp}: a server for one MCP client, which starts it. Each line of standard input is a message for the
 * endpoint, each line of standard output one from it
 * (<a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#stdio">stdio</a>); the log goes to
 * standard error. The options are those of the server, but the port is by default a free one. Ends with
 * the input, at the latest 10 s after it.
 */
public final class McpStdio {

    private static final String COMMAND = "mcp";

    /** How long the command waits for responses after the end of the input; a verification may wait for minutes. */
    private static final int LAST_RESPONSES_SECONDS = 10;

    private static final int SERVER_ERROR = -32000; // JSON-RPC reserves -32099 to -32000 for such errors

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest.Builder request;
    private final PrintStream output;

    private McpStdio(HttpRequest.Builder request, PrintStream output) {
        this.request = request;
        this.output = output;
    }

    /** Whether the arguments of the program are those of this command. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** Runs the command until standard input ends. */
    public static void run(Class<?> application, String... arguments) throws IOException {
        PrintStream output = System.out;
        System.setOut(System.err);
        String[] options = Stream.concat(
                        Arrays.stream(arguments).skip(1),
                        Stream.of("--wdata-mock.exit-on-stdin-close=false")) // which would read the messages
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .properties("server.port=0")
                .run(options);
        new McpStdio(request(context), output).forward(System.in);
        System.exit(SpringApplication.exit(context));
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext context) {
        ServerProperties server = context.getBean(ServerProperties.class);
        if (server.getSsl() != null && server.getSsl().isEnabled()) {
            context.close();
            throw new IllegalStateException("wdata-mock mcp does not use TLS; remove server.ssl, or start the server"
                    + " without mcp and let the client connect to https://HOST:PORT/mcp");
        }
        InetAddress address = server.getAddress();
        String host = address == null || address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        URI endpoint = UriComponentsBuilder.newInstance()
                .scheme("http")
                .host(host.contains(":") ? "[" + host + "]" : host)
                .port(context.getEnvironment().getRequiredProperty("local.server.port"))
                .path(context.getEnvironment().getProperty("server.servlet.context-path", ""))
                .path(Route.MCP)
                .build()
                .toUri();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header(HttpHeaders.ACCEPT, "application/json, text/event-stream");
        String token = context.getBean(WdataMockProperties.class).control().token();
        return token == null ? request : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    /** Forwards messages until the input ends. Several may be in progress, because a verification may wait. */
    private void forward(InputStream input) throws IOException {
        List<CompletableFuture<?>> inProgress = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                inProgress.removeIf(CompletableFuture::isDone);
                inProgress.add(forward(line));
            }
        }
        CompletableFuture.allOf(inProgress.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LAST_RESPONSES_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<?> forward(String message) {
        HttpRequest post = request.copy().POST(BodyPublishers.ofString(message)).build();
        return client.sendAsync(post, BodyHandlers.ofString())
                .handle((response, failure) -> answer(message, response, failure))
                .thenAccept(answer -> answer.ifPresent(this::print));
    }

    private static Optional<String> answer(
            String message, @Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        if (response == null) {
            return Optional.of(error(message, "The server did not respond: " + failure));
        }
        return switch (response.statusCode()) {
            case 200 -> Optional.of(response.body());
            case 202 -> Optional.empty();
            default -> Optional.of(error(message, detail(response)));
        };
    }

    private synchronized void print(String line) {
        output.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private static String detail(HttpResponse<String> response) {
        String detail = parse(response.body()).path("detail").asString("");
        return detail.isEmpty() ? "The server responded with status " + response.statusCode() : detail;
    }

    private static String error(String message, String detail) {
        ObjectNode error = WireJson.MAPPER.createObjectNode().put("jsonrpc", "2.0");
        JsonNode id = parse(message).path("id");
        error.set("id", id.isMissingNode() ? WireJson.MAPPER.nullNode() : id);
        error.putObject("error").put("code", SERVER_ERROR).put("message", detail);
        return error.toString();
    }

    private static JsonNode parse(String json) {
        try {
            return WireJson.MAPPER.readTree(json);
        } catch (JacksonException e) {
            return WireJson.MAPPER.createObjectNode();
        }
    }
}
