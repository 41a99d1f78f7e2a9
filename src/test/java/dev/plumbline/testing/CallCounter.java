package dev.plumbline.testing;

import dev.plumbline.cluster.Cluster;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is asked of a cluster. Each of these calls is one request, or one a page.
public final class CallCounter {

  private static final java.util.Set<String> FREE =
      java.util.Set.of("context", "server", "kind", "servedVersions", "refreshDiscovery", "close");

  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

  /// May answer a call in the cluster's place.
  public interface Instead {
    /// The answer to a call; null to let the cluster answer.
    Object answer(String method, Object[] arguments);
  }

  /// The cluster, counted.
  public Cluster around(Cluster cluster) {
    return around(cluster, (method, arguments) -> null);
  }

  /// The cluster, counted, and some of its answers replaced.
  public Cluster around(Cluster cluster, Instead instead) {
    return (Cluster)
        Proxy.newProxyInstance(
            Cluster.class.getClassLoader(),
            new Class<?>[] {Cluster.class},
            (proxy, method, arguments) -> {
              if (!FREE.contains(method.getName())) {
                calls.computeIfAbsent(method.getName(), m -> new LongAdder()).increment();
              }
              var other = instead.answer(method.getName(), arguments);
              if (other != null) {
                return other;
              }
              try {
                return method.invoke(cluster, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /// Calls since the last time, by name of the method.
  public Map<String, Long> take() {
    var taken = new TreeMap<String, Long>();
    calls.forEach((method, count) -> {
      long n = count.sumThenReset();
      if (n > 0) {
        taken.put(method, n);
      }
    });
    return taken;
  }
}
