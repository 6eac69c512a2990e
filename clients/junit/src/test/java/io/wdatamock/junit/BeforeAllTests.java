package io.wdatamock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.client.WdataMock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A static {@code @BeforeAll} method receives a mock of the class. */
@WdataMockTest
class BeforeAllTests {

    private static WdataMock ofClass;

    @BeforeAll
    static void before(WdataMock mock) {
        ofClass = mock;
    }

    @AfterAll
    static void after(WdataMock mock) {
        assertThat(mock).isSameAs(ofClass);
    }

    @Test
    void testHasItsOwnMock(WdataMock mock) {
        assertThat(mock).isNotSameAs(ofClass);
        assertThat(mock.baseUrl()).isNotEqualTo(ofClass.baseUrl());
    }
}
