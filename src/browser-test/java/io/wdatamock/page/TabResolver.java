package io.wdatamock.page;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Provides each test with an isolated tab, and asserts afterwards that the browser reported no errors. */
final class TabResolver implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(TabResolver.class);
    private static final String MISSING =
            "no Chromium at /usr/bin/chromium; install one or name one by the environment variable CHROMIUM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a browser");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(MISSING + "; with CI=true no test may be skipped");
        }
        System.out.println("--- SKIPPED: " + test.getDisplayName() + ": " + MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Tab.class;
    }

    @Override
    public Tab resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        Path executable = Chromium.find().orElseThrow();
        Browser browser = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Chromium.class, key -> new Chromium(executable), Chromium.class)
                .browser();
        return test.getStore(OURS)
                .computeIfAbsent(Tab.class, key -> new Tab(browser, URI.create("http://127.0.0.1:" + port)), Tab.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Tab tab = test.getStore(OURS).get(Tab.class, Tab.class);
        if (tab != null && test.getExecutionException().isEmpty()) {
            tab.assertNoBrowserErrors();
        }
    }
}
