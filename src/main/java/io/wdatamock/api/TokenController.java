package io.wdatamock.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.wdatamock.auth.AccessToken;
import io.wdatamock.auth.ClientCredentials;
import io.wdatamock.auth.TokenRequest;
import io.wdatamock.auth.TokenResponse;
import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.Emulates;
import io.wdatamock.web.Exchange;
import io.wdatamock.web.MediaTypes;
import io.wdatamock.web.route.DeprecatedEndpoint;
import io.wdatamock.wire.VendorOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Issues tokens by client credentials (RFC 6749, section 4.4). */
@Hidden
@RestController
class TokenController {

    private final List<ClientCredentials> clients;
    private final Duration lifetime;

    TokenController(WdataMockProperties properties) {
        this.clients = properties.auth().clients().stream()
                .map(client -> new ClientCredentials(client.id(), client.secret()))
                .toList();
        this.lifetime = properties.auth().tokenLifetime();
    }

    @PostMapping({"/oauth2/token", DeprecatedEndpoint.PATH})
    @Emulates(VendorOperation.ISSUE_TOKEN)
    ResponseEntity<TokenResponse> issueToken(
            Exchange exchange,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        String body = new String(exchange.body().bytes(), StandardCharsets.UTF_8);
        TokenRequest request = MediaTypes.isJson(contentType)
                ? TokenRequest.parseJson(body, authorization)
                : TokenRequest.parse(body, authorization);
        request.requireKnown(clients);
        AccessToken token = exchange.perform((state, context) ->
                state.tokens().issue(request.client().id(), request.scope(), context.now(), lifetime));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(TokenResponse.of(token));
    }
}
