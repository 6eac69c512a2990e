package io.wdatamock.observation;

import io.wdatamock.wire.VendorOperation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operation that method and path of a request call.
 *
 * @param connectionId the connection in the path; null if the operation has none
 * @param batchId the batch in the path; null if the operation has none
 */
public record VendorPath(
        VendorOperation operation,
        @Nullable String connectionId,
        @Nullable String batchId) {

    /** The path of a sandbox, which a journal's own recording has. */
    private static final String SANDBOX = "(/sandbox/[^/]+)?";

    private static final String CONNECTIONS = SANDBOX + "(/s/wdata/prep)?/api/v1/connections";

    private record Form(VendorOperation operation, String method, Pattern path) {

        private static Form of(VendorOperation operation, String method, String path) {
            return new Form(operation, method, Pattern.compile(path));
        }
    }

    /** The more specific forms come first. */
    private static final List<Form> FORMS = List.of(
            Form.of(VendorOperation.ISSUE_TOKEN, "POST", SANDBOX + "(/iam/v1)?/oauth2/token"),
            Form.of(VendorOperation.LIST_CONNECTIONS, "GET", CONNECTIONS),
            Form.of(VendorOperation.REFRESH_BATCH, "POST", CONNECTIONS + "/batch/refresh"),
            Form.of(VendorOperation.GET_REFRESH_BATCH_STATUS, "GET", CONNECTIONS + "/batch/refresh/(?<batch>[^/]+)"),
            Form.of(VendorOperation.REFRESH_CONNECTION, "POST", CONNECTIONS + "/(?<connection>[^/]+)/refresh"),
            Form.of(VendorOperation.GET_REFRESH_STATUS, "GET", CONNECTIONS + "/(?<connection>[^/]+)/status"),
            Form.of(VendorOperation.GET_CONNECTION, "GET", CONNECTIONS + "/(?<connection>[^/]+)"));

    /** Returns the operation of a decoded path with or without the vendor's base path; empty if it is none. */
    public static Optional<VendorPath> of(String method, String path) {
        for (Form form : FORMS) {
            Matcher match = form.path.matcher(path);
            if (form.method.equals(method) && match.matches()) {
                return Optional.of(
                        new VendorPath(form.operation, group(match, form, "connection"), group(match, form, "batch")));
            }
        }
        return Optional.empty();
    }

    /** Whether a decoded path with or without the vendor's base path is that of an operation with some method. */
    public static boolean isVendorPath(@Nullable String path) {
        return path != null
                && FORMS.stream().anyMatch(form -> form.path.matcher(path).matches());
    }

    private static @Nullable String group(Matcher match, Form form, String name) {
        return form.path.pattern().contains("(?<" + name + ">") ? match.group(name) : null;
    }
}
