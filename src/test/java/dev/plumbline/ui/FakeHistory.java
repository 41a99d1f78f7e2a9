package dev.plumbline.ui;

import dev.plumbline.model.Commit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Made-up commits with two merges.
final class FakeHistory {
  private FakeHistory() {}

  private static final String[][] LOG = {
    // id, parents, author, minutes ago, subject, body
    {
      "9c01b7e",
      "4f2c19e",
      "Noor Haddad",
      "42",
      "Raise the memory of api to 512 MiB",
      "The pods of api were killed twice this week.\n\nSee the incident notes of Monday."
    },
    {
      "4f2c19e",
      "a80d7b2 c02fe11",
      "Mara Lindt",
      "1100",
      "Promote checkout 2.14.1 to prod-eu (#479)",
      ""
    },
    {
      "c02fe11",
      "77aa310",
      "Jun Park",
      "1460",
      "Drop the restart annotation from checkout",
      "It was left over from the restart of last week."
    },
    {"a80d7b2", "a1be07d", "Iben Koch", "7300", "Payment timeout of 8 s for checkout", ""},
    {
      "a1be07d",
      "77aa310",
      "Iben Koch",
      "8700",
      "Move migrate-db to its own job",
      "The job runs before the deployment now."
    },
    {"77aa310", "6d80c55 b77d2aa", "Aiko Tan", "10200", "Merge branch 'search-1.9'", ""},
    {"b77d2aa", "0d9e412", "Aiko Tan", "11900", "search 1.9.0: two shards, keda scales them", ""},
    {"6d80c55", "0d9e412", "Mara Lindt", "12800", "mailer 3.2.0", ""},
    {
      "0d9e412",
      "3e77c01",
      "Noor Haddad",
      "15800",
      "Network policies for every namespace",
      "Default deny, then what each app needs."
    },
    {
      "3e77c01",
      "",
      "Noor Haddad",
      "40200",
      "Split the overlays by stage",
      "One folder a stage, the base stays shared."
    },
  };

  static List<Commit> commits() {
    var commits = new ArrayList<Commit>();
    for (var row : LOG) {
      var when =
          Instant.now()
              .minus(Long.parseLong(row[3]), ChronoUnit.MINUTES)
              .truncatedTo(ChronoUnit.SECONDS)
              .atOffset(ZoneOffset.ofHours(1));
      var mail = row[2].toLowerCase(java.util.Locale.ROOT).split(" ")[0] + "@acme.io";
      var person = new Commit.Person(row[2], mail, when);
      var parents =
          row[1].isEmpty()
              ? List.<String>of()
              : List.of(row[1].split(" ")).stream().map(FakeHistory::full).toList();
      commits.add(new Commit(full(row[0]), parents, person, person, row[4], row[5]));
    }
    return commits;
  }

  static Map<String, List<String>> refs() {
    return Map.of(
        full("9c01b7e"), List.of("main", "origin/main"),
        full("b77d2aa"), List.of("search-1.9"),
        full("3e77c01"), List.of("v1.0"));
  }

  static String full(String shortId) {
    return shortId + "0123456789abcdef0123456789abcdef012345678".substring(0, 33);
  }
}
