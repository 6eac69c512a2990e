package io.wdatamock.openapi;

import io.wdatamock.fault.Fault;
import io.wdatamock.wire.WireJson;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * How an example of the document comes about in a fresh sandbox.
 *
 * @param example the example's place among the resources, the last part of which is the status
 * @param before what happened five seconds earlier
 * @param faults what is in force at the end
 * @param request what is answered with the example
 */
record Scene(String example, List<Request> before, List<Fault> faults, Request request) {

    static Scene of(String example, Request request) {
        return new Scene(example, List.of(), List.of(), request);
    }

    Scene after(Request earlier) {
        return new Scene(example, List.of(earlier), faults, request);
    }

    /** The scene in which a fault answers with this status. */
    Scene underFault(String status) {
        String fault = "{\"effect\": {\"type\": \"status\", \"status\": %s}}".formatted(status);
        return new Scene(example, before, List.of(WireJson.MAPPER.readValue(fault, Fault.class)), request);
    }

    int status() {
        return Integer.parseInt(example.substring(example.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return example;
    }

    /** A request below {@code /api/v1/connections}. */
    record Request(HttpMethod method, String path, String body, String authorization) {

        private static final String TOKEN = "Bearer example";

        static Request get(String path) {
            return new Request(HttpMethod.GET, path, "", TOKEN);
        }

        static Request post(String path, String body) {
            return new Request(HttpMethod.POST, path, body, TOKEN);
        }

        Request withoutToken() {
            return new Request(method, path, body, "");
        }

        EntityExchangeResult<String> send(RestTestClient client, String sandbox) {
            RestTestClient.RequestBodySpec request =
                    client.method(method).uri("/sandbox/" + sandbox + "/api/v1/connections" + path);
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            if (!body.isEmpty()) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.exchange().expectBody(String.class).returnResult();
        }
    }
}
