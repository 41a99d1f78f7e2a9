package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Environment;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One word of production in the environment, its cluster or the context is enough.
class ProductionTest {

  @ParameterizedTest
  @CsvSource({
    "shop/prod, eu, eu-1, true",
    "shop/prod-eu, eu, eu-1, true",
    "shop/Production, eu, eu-1, true",
    "shop/prod1, eu, eu-1, true",
    "shop/eu-prod, eu, eu-1, true",
    "shop/prd, eu, eu-1, true",
    "shop/live, live, acme-production, true",
    "shop/blue, prod_eu, eu-1, true",
    "shop/blue, blue, acme-production, true",
    "shop/blue, blue, gke_acme_europe-west1_PROD, true",
    "shop/dev, dev, dev, false",
    "shop/staging, nonprod, preprod-1, false",
    "products/dev, delivery, oliver, false",
  })
  void isToldByNames(String name, String cluster, String context, boolean production) {
    assertThat(Production.is(environment(name, cluster), Optional.of(context)))
        .isEqualTo(production);
  }

  @ParameterizedTest
  @CsvSource({"shop/live, eu, true", "shop/blue, eu, false"})
  void withoutAContextTheOtherNamesTell(String name, String cluster, boolean production) {
    assertThat(Production.is(environment(name, cluster), Optional.empty())).isEqualTo(production);
  }

  private static Environment environment(String name, String cluster) {
    return new Environment(
        name,
        "envs/" + name,
        Optional.empty(),
        "kubernetes",
        Environment.Renderer.PLAIN,
        cluster,
        Optional.empty(),
        false,
        Optional.empty(),
        true);
  }
}
