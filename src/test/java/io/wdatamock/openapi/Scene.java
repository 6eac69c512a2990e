package io.wdatamock.openapi;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import java.util.List;

/**
 * The requests that produce an example of the document in a fresh sandbox.
 *
 * @param example the path of the example, which ends with the status
 * @param before requests sent five seconds earlier
 * @param faults the faults that are active at the end
 * @param request the request whose response is the example
 */
record Scene(String example, List<Request> before, List<String> faults, Request request) {

    static Scene of(String example, Request request) {
        return new Scene(example, List.of(), List.of(), request);
    }

    Scene after(Request earlier) {
        return new Scene(example, List.of(earlier), faults, request);
    }

    /** The scene with a fault that responds with this status. */
    Scene underFault(String status) {
        String fault = "{'effect': {'type': 'status', 'status': %s}}".formatted(status);
        return new Scene(example, before, List.of(fault), request);
    }

    int status() {
        return Integer.parseInt(example.substring(example.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return example;
    }

    /** A request to a path below {@code /api/v1/connections}. */
    record Request(String method, String path, String body, boolean withToken) {

        static Request get(String path) {
            return new Request("GET", path, "", true);
        }

        static Request post(String path, String body) {
            return new Request("POST", path, body, true);
        }

        Request withoutToken() {
            return new Request(method, path, body, false);
        }

        ApiResponse send(ApiClient api) {
            ApiRequest request = api.request(method, "/api/v1/connections" + path);
            if (!body.isEmpty()) {
                request.json(body);
            }
            return (withToken ? request.token("example") : request.without("Authorization")).send();
        }
    }
}
