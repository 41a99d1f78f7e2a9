package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryNameTest {

  @Test
  void aPlainNameIsKept() {
    assertThat(Inventory.nameOf("prod")).isEqualTo("plumbline-prod");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop/prod",
        "Shop/Prod",
        "a_b",
        "-x-",
        "ünïcode/prod",
        "a/very/long/name/that/goes/on/and/on/and/on/until/it/is/longer/than/what/kubernetes/allows"
      })
  void anyOtherNameIsBentToOneThatKubernetesTakes(String environment) {
    assertThat(Inventory.nameOf(environment))
        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
        .hasSizeLessThanOrEqualTo(63);
  }

  @Test
  void environmentsThatBendToTheSameNameStayApart() {
    var names = new HashSet<String>();
    var environments = List.of("shop/prod", "shop-prod", "shop_prod", "Shop/prod", "shop//prod");
    environments.forEach(e -> names.add(Inventory.nameOf(e)));
    assertThat(names).hasSize(environments.size());
  }
}
