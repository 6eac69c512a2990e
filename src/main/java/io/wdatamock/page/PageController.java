package io.wdatamock.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page itself, at the base URL of every sandbox. */
@RestController
class PageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Resource PAGE = new ClassPathResource("page/index.html");

    @GetMapping({"", "/"})
    ResponseEntity<Resource> page(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.endsWith("/")
                ? page()
                : withSlash(path.substring(path.lastIndexOf('/') + 1), request.getQueryString());
    }

    private static ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(EntityTag.of(PAGE))
                .body(PAGE);
    }

    /** Redirects to the path with a slash; relative, because only the browser knows the prefix of a proxy. */
    private static ResponseEntity<Resource> withSlash(String sandbox, @Nullable String query) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, sandbox + "/" + (query == null ? "" : "?" + query))
                .build();
    }
}
