package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses foreign web pages in the shape of every other refusal. */
final class VendorCorsProcessor extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        ApiException error = ApiException.of(
                HttpStatus.FORBIDDEN, "The request's Origin is not among those that wdata-mock.cors.origins allows");
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getBody().write(WireJson.MAPPER.writeValueAsBytes(error.toVendorError()));
        response.flush();
    }
}
