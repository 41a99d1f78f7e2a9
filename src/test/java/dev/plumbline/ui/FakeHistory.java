package dev.plumbline.ui;

import dev.plumbline.model.Changes;
import dev.plumbline.model.Changes.How;
import dev.plumbline.model.Commit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Made-up commits: a few merges, a revert, and a tail of older ones.
final class FakeHistory {
  private FakeHistory() {}

  private static final List<String> PEOPLE =
      List.of("Mara Lindt", "Jun Park", "Iben Koch", "Aiko Tan", "Noor Haddad");

  // id | parents | author | minutes ago | subject | body
  private static final String LOG =
      """
      9c01b7e|e5530fd|Jun Park|52|web: cache static assets for a year|Static assets carry a hash in their name since 5.2.~~Measured on staging: 38 % fewer requests.
      e5530fd|a1be07d 3ab90d2|Mara Lindt|66|Merge #481 search: replicas belong to KEDA|
      3ab90d2|6d80c55|Mara Lindt|118|search: drop replicas from the overlay|KEDA scales it; Git and KEDA took the field from each other 31 times an hour.
      a1be07d|4f2c19e|Iben Koch|125|api: 8.0.2 and its migration (#484)|The job runs before the deployment now.
      6d80c55|4f2c19e|Mara Lindt|1020|search: ScaledObject for 1.9|
      4f2c19e|c02fe11|Mara Lindt|1100|Promote checkout 2.14.1 to prod-eu and prod-us (#479)|
      c02fe11|77aa310|Jun Park|1178|checkout: no restart annotation in Git|It was left over from the restart of last week.
      77aa310|19e7ac4|Aiko Tan|4135|search 1.9.0 to dev and staging|
      19e7ac4|b77d2aa a80d7b2|Iben Koch|7300|Merge #473 checkout: payment timeout 8 s|
      a80d7b2|b77d2aa|Iben Koch|7420|checkout: payment timeout 8 s|The provider answers within 6 s at the 99th percentile.
      b77d2aa|0d9e412|Aiko Tan|8700|checkout 2.13.7 in production (#470)|
      0d9e412|5b1c9aa e1f0447 c93d1b0|Noor Haddad|10200|Merge the network policies and the quotas|
      c93d1b0|2d7e8f1|Jun Park|10900|Quotas for every namespace|
      e1f0447|88ab3c2|Noor Haddad|11300|Default deny, then what each app needs|
      5b1c9aa|f4d2e61|Mara Lindt|11900|mailer 3.2.0|
      88ab3c2|f4d2e61|Noor Haddad|12800|Network policies: a base to share|
      2d7e8f1|f4d2e61|Jun Park|13900|Measure what each namespace asks for|
      f4d2e61|a7710de|Iben Koch|15800|Revert "Raise the limits of ingress"|This reverts commit a7710de. The nodes had no room for it.
      a7710de|7c3e5f2|Aiko Tan|16100|Raise the limits of ingress|
      """;

  private static final List<String> OLDER =
      List.of(
          "web 5.2.4",
          "api: readiness probe on /ready",
          "ingress: TLS 1.3 only",
          "checkout: two more replicas for the weekend",
          "Pin images by digest in production",
          "mailer: retry with a CronJob",
          "search: two shards");

  /// The first commits touch one file each, the merge very many.
  static Changes changes(Commit commit) {
    if (commit.parents().size() > 1) {
      return new Changes(
          IntStream.range(0, 200)
              .mapToObj(i -> new Changes.File("apps/search/base/file-" + i + ".yaml", How.MODIFIED))
              .toList(),
          212);
    }
    return new Changes(
        List.of(
            new Changes.File("apps/web/base/deployment.yaml", How.MODIFIED),
            new Changes.File("apps/web/base/headers.yaml", How.ADDED),
            new Changes.File(
                "apps/web/overlays/prod-eu/patches/a-patch-with-a-name-that-is-long.yaml",
                How.DELETED)),
        0);
  }

  static List<Commit> commits() {
    var commits = new ArrayList<Commit>();
    for (var line : LOG.lines().toList()) {
      var row = line.split("\\|", -1);
      commits.add(
          commit(
              row[0],
              row[1].split(" "),
              row[2],
              Long.parseLong(row[3]),
              row[4],
              row[5].replace('~', '\n')));
    }
    var ids =
        IntStream.range(0, OLDER.size() * 6)
            .mapToObj(i -> i == 0 ? "7c3e5f2" : String.format("%07x", 0x51e7a30 + i * 0x0a3f17))
            .toList();
    for (int i = 0; i < ids.size(); i++) {
      var parents = i + 1 < ids.size() ? new String[] {ids.get(i + 1)} : new String[0];
      commits.add(
          commit(
              ids.get(i),
              parents,
              PEOPLE.get(i * 3 % PEOPLE.size()),
              17_000 + i * 700L,
              OLDER.get(i % OLDER.size()),
              ""));
    }
    return commits;
  }

  private static Commit commit(
      String id, String[] parents, String author, long minutes, String subject, String body) {
    var when =
        Instant.now()
            .minus(minutes, ChronoUnit.MINUTES)
            .truncatedTo(ChronoUnit.SECONDS)
            .atOffset(ZoneOffset.ofHours(1));
    var mail = author.toLowerCase(java.util.Locale.ROOT).split(" ")[0] + "@acme.io";
    var person = new Commit.Person(author, mail, when);
    return new Commit(
        full(id),
        Arrays.stream(parents).map(FakeHistory::full).toList(),
        person,
        person,
        subject,
        body);
  }

  static Map<String, List<String>> refs() {
    return Map.of(
        full("9c01b7e"), List.of("refs/heads/main", "refs/remotes/origin/main"),
        full("77aa310"), List.of("refs/tags/search-1.9.0"),
        full("3ab90d2"), List.of("refs/remotes/origin/search-keda"),
        full("b77d2aa"), List.of("refs/tags/checkout-2.13.7"),
        full("7c3e5f2"), List.of("refs/tags/v1.0"));
  }

  static String full(String shortId) {
    return shortId + "0123456789abcdef0123456789abcdef012345678".substring(0, 33);
  }
}
