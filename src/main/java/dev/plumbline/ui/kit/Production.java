package dev.plumbline.ui.kit;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which places are production, told by their names, in one rule for the frame and for the name
/// that has to be typed. One word is enough, in the environment, in its cluster or in the context
/// that it is compared with: a place too many costs a name to be typed, a place too few a night.
public final class Production {

  private static final Set<String> WORDS = Set.of("prd", "live");

  private Production() {}

  /// Whether an environment is production where it is compared now.
  public static boolean is(EnvironmentView view) {
    return is(view.environment(), view.cluster().map(ClusterRef::context));
  }

  /// Whether an environment is production.
  ///
  /// @param context the kubeconfig context that stands for its cluster; empty while none does
  public static boolean is(Environment environment, Optional<String> context) {
    return Stream.of(environment.name(), environment.cluster(), context.orElse(""))
        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
        .anyMatch(Production::says);
  }

  /// `prod`, `production`, `prd`, `live`; not `nonprod`, `preprod`, `product` or `delivery`.
  private static boolean says(String word) {
    return WORDS.contains(word) || word.equals("prod") || word.startsWith("production");
  }
}
