package io.wdatamock.wire;

import java.util.List;

/** The body of every refusal: a {@link MultiError} with status 400, else a {@link SingleError}. */
public sealed interface VendorError permits SingleError, MultiError {

    /** The HTTP status. */
    int code();

    /** What was wrong, one by one. */
    List<BaseErrorResponseDetail> details();
}
