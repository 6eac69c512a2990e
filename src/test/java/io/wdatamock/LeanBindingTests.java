package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationContext;

@HttpTest
class LeanBindingTests {

    @Autowired
    private ApplicationContext server;

    @Test
    void everyBeanThatHoldsSettingsIsKnownByItsName() {
        assertThat(ConfigurationPropertiesBean.getAll(server).values())
                .hasSizeGreaterThan(5)
                .allSatisfy(bean -> assertThat(
                                LeanBinding.holdsSettings(bean.getInstance().getClass()))
                        .as(bean.getName())
                        .isTrue());
    }
}
