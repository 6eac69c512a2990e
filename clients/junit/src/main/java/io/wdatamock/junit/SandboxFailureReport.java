package io.wdatamock.junit;

/** Describes the sandbox of a failed test as a suppressed exception without a stack trace. */
final class SandboxFailureReport extends Throwable {

    private static final long serialVersionUID = 1L;

    SandboxFailureReport(String report) {
        super(System.lineSeparator() + report, null, false, false);
    }
}
