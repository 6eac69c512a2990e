package io.wdatamock.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The prompts: tasks that a user may give to a model with the tools of this server. */
@Lazy
@Component
final class McpPrompts {

    private static final String CONTRACT_TEST = """
            Write contract tests for my client of the Wdata connections API{client}, against wdata-mock.

            1. Read the client. List the requests that it sends, and what it assumes about responses, statuses, paging,
               tokens, errors and repeated requests.
            2. Call get_openapi for each operation that it uses, and look_up_fidelity for behaviours it relies on. Mark
               tests of assumed behaviours in a comment.
            3. Choose a sandbox for each test, call describe_sandbox, and give its base URL to the client. Freeze the
               clock if the test can advance it; for a client that waits in real time let it run, perhaps faster (rate).
            4. For each risk prepare the sandbox: script_refreshes for failed and stalled runs, add_fault for errors with
               Retry-After, lost responses and delays. Run the client, advance the clock where it waits, and call
               verify_requests. For a lost response, add the fault with "when": "after".
            5. Turn what you found into tests of the project's own framework, which use the control API
               (wdata-mock://docs/control.md), or the package for JUnit, pytest or Node. Tests must not sleep.
            6. If a test fails, call list_requests, and explain the failure with the explanation of the request.""";

    private static final String EXPLAIN = """
            Explain why my client got this response from wdata-mock{request}, and what to change.

            1. Call list_requests and find the request. Quote its explanation, the fault that applied, and its notes.
            2. Compare the request with its operation (get_openapi).
            3. Call list_runs for its connection, if it concerns a run, and control_clock: statuses follow the sandbox's
               clock. A run is done only if both sourceStatus and destinationStatus are final.
            4. Call look_up_fidelity: does the real service behave this way for certain, or does the mock assume it?
            5. Say whether the client, the test or the mock is at fault, and propose the smallest change.""";

    List<SyncPromptSpecification> specifications() {
        return List.of(
                prompt(
                        "write_contract_test",
                        "Write a contract test for my client",
                        PromptArgument.builder("client")
                                .description("The files or the language of the client")
                                .build(),
                        client -> CONTRACT_TEST.replace("{client}", client.isEmpty() ? "" : " (" + client + ")")),
                prompt(
                        "explain_response",
                        "Why did my client get this answer?",
                        PromptArgument.builder("request")
                                .description("The number of the request, or words that describe it")
                                .build(),
                        request ->
                                EXPLAIN.replace("{request}", request.isEmpty() ? "" : " (request: " + request + ")")));
    }

    private static SyncPromptSpecification prompt(
            String name, String title, PromptArgument argument, UnaryOperator<String> text) {
        Prompt prompt = Prompt.builder(name)
                .title(title)
                .description(title)
                .arguments(List.of(argument))
                .build();
        return new SyncPromptSpecification(prompt, (context, request) -> {
            Map<String, Object> arguments = Objects.requireNonNullElse(request.arguments(), Map.of());
            String given = String.valueOf(arguments.getOrDefault(argument.name(), ""));
            TextContent content = TextContent.builder(text.apply(given)).build();
            return GetPromptResult.builder(
                            List.of(PromptMessage.builder(Role.USER, content).build()))
                    .description(title)
                    .build();
        });
    }
}
