package io.wdatamock.conformance;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request to one of the operations, by its path below {@code /api/v1/connections}. */
record ApiRequest(
        String method, String path, Map<String, String> query, Optional<String> body, Optional<String> token) {

    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String JSON = "application/json";

    /** Longer than the 29 s that the vendor allows a request. */
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), Optional.empty(), Optional.of(Parameters.FROM_PROPERTIES.token()));
    }

    static ApiRequest post(String path, String json) {
        return new ApiRequest(
                "POST", path, Map.of(), Optional.of(json), Optional.of(Parameters.FROM_PROPERTIES.token()));
    }

    /** The ID as a path segment. */
    static String segment(String id) {
        return "/" + encoded(id).replace("+", "%20");
    }

    ApiRequest with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new ApiRequest(method, path, more, body, token);
    }

    ApiRequest withoutBody() {
        return new ApiRequest(method, path, query, Optional.empty(), token);
    }

    ApiRequest withoutToken() {
        return new ApiRequest(method, path, query, body, Optional.empty());
    }

    /** The request as the validator takes it. */
    Request described() {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, CONNECTIONS + path);
        query.forEach((name, value) -> request.withQueryParam(name, value));
        token.ifPresent(value -> request.withAuthorization("Bearer " + value));
        body.ifPresent(json -> request.withContentType(JSON).withBody(json));
        return request.build();
    }

    /** The request as it is sent. */
    HttpRequest request(URI baseUrl) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + CONNECTIONS + path + queryString()))
                .timeout(TIMEOUT)
                .header("Accept", JSON);
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        if (!method.equals("GET")) {
            request.header("Content-Type", JSON);
        }
        return request.method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    private String queryString() {
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + CONNECTIONS + path + queryString();
    }
}
