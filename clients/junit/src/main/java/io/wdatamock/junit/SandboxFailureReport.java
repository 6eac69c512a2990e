package io.wdatamock.junit;


/** Stands below the failure of a test and tells of its sandbox; nothing was thrown here, so there is no stack trace. */
final class SandboxFailureReport extends Throwable {

    private static final long serialVersionUID = 1L;

    SandboxFailureReport(String story) {
        super(System.lineSeparator() + story, null, false, false);
    }
}
