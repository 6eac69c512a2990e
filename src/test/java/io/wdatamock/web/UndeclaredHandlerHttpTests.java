package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A handler below the vendor's paths that does not declare its operation would run without any check. */
@HttpTest
@Import(UndeclaredHandlerHttpTests.UndeclaredController.class)
class UndeclaredHandlerHttpTests {

    /** Not annotated with {@link Emulates}. */
    @RestController
    static class UndeclaredController {

        private final AtomicInteger calls = new AtomicInteger();

        @GetMapping("/api/v1/undeclared")
        int undeclared() {
            return calls.incrementAndGet();
        }

        @GetMapping("/elsewhere")
        String elsewhere() {
            return "called";
        }
    }

    @Autowired
    private UndeclaredController controller;

    @Test
    void handlerWithoutAnOperationIsNotCalled(ApiClient api) {
        ApiResponse response = api.get("/api/v1/undeclared").send();

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.at("/details/0/code")).isEqualTo("internal_server_error");
        assertThat(controller.calls).hasValue(0);
    }

    @Test
    void handlerOutsideTheVendorsPathsNeedsNoOperation(ApiClient api) {
        ApiResponse response = api.get("/elsewhere").send();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("called");
    }
}
