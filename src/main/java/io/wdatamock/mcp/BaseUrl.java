package io.wdatamock.mcp;

import io.wdatamock.sandbox.Sandboxes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The base URLs of sandboxes, as the client of the current request can reach them. */
final class BaseUrl {

    private static final String SANDBOX = "/sandbox/";

    private BaseUrl() {}

    static String of(String sandbox) {
        String current = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        int end = current.lastIndexOf(SANDBOX);
        String root = end < 0 ? current : current.substring(0, end);
        return sandbox.equals(Sandboxes.DEFAULT) ? root : root + SANDBOX + sandbox;
    }
}
