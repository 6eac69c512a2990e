package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.learning.LearnedSeed;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.WireJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The seed that repeats what the clients of a sandbox saw of a real service. */
@Tag(name = "Fidelity")
@RestController
@RequestMapping("/__mock/learned-seed")
class LearnedSeedController {

    private static final String YAML = MediaType.APPLICATION_YAML_VALUE;
    private static final YAMLMapper WRITER = new YAMLMapper();

    private static final String DESCRIPTION =
            "The connections that clients saw of a real service or in a recording, with a script for each run that they"
                    + " started. The format is that of a seed. By default names, IDs, errors and metadata are replaced by"
                    + " numbered ones, the same for the same.";

    @GetMapping(produces = YAML)
    @Operation(summary = "Get the learned seed", description = DESCRIPTION)
    String getLearnedSeed(
            @RequestParam(required = false)
                    @Parameter(description = "Whether to replace content; by default true")
                    @Nullable
                    Boolean pseudonymise,
            Sandbox sandbox) {
        return WRITER.writeValueAsString(
                WireJson.MAPPER.readTree(WireJson.MAPPER.writeValueAsString(seed(pseudonymise, sandbox))));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Get the learned seed", description = DESCRIPTION)
    LearnedSeed getLearnedSeedAsJson(
            @RequestParam(required = false)
                    @Parameter(description = "Whether to replace content; by default true")
                    @Nullable
                    Boolean pseudonymise,
            Sandbox sandbox) {
        return seed(pseudonymise, sandbox);
    }

    private static LearnedSeed seed(@Nullable Boolean pseudonymise, Sandbox sandbox) {
        boolean active = Objects.requireNonNullElse(pseudonymise, true);
        return sandbox.withJournal(
                journal -> LearnedSeed.of(journal.comparison().history(), active));
    }
}
