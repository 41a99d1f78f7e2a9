package dev.plumbline.sandbox.checks;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/// Jobs and CronJobs (`pkg/apis/batch/validation`).
final class Jobs {

  private static final String UID = "batch.kubernetes.io/controller-uid";

  private Jobs() {}

  static void job(boolean creating, Spot object) {
    var spec = object.in("spec");
    if (creating && !spec.yes("manualSelector")) {
      generated(object, spec);
    }
    common(spec);
    var selector = spec.in("selector");
    if (!selector.there()) {
      selector.required();
    } else {
      Selecting.check(selector);
    }
    Workloads.matching(spec);
  }

  /// The selector that the server made is alone.
  private static void generated(Spot object, Spot spec) {
    var selector = spec.in("selector");
    var labels = selector.in("matchLabels").fields();
    boolean own =
        labels.size() == 1
            && labels.containsKey(UID)
            && selector.in("matchExpressions").items().isEmpty();
    if (!own && object.in("metadata").has("uid")) {
      selector.invalid("`selector` not auto-generated");
    }
  }

  private static void common(Spot spec) {
    for (var field :
        List.of(
            "parallelism",
            "completions",
            "activeDeadlineSeconds",
            "backoffLimit",
            "ttlSecondsAfterFinished",
            "backoffLimitPerIndex",
            "maxFailedIndexes")) {
      spec.in(field).notNegative();
    }
    spec.in("completionMode").among("NonIndexed", "Indexed");
    boolean indexed = spec.is("completionMode", "Indexed");
    if (indexed && !spec.has("completions")) {
      spec.in("completions").required("when completion mode is Indexed");
    }
    for (var field : List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")) {
      if (!indexed && spec.has(field)) {
        spec.in(field).invalid("requires indexed completion mode");
      }
    }
    Pods.template(spec.in("template"));
    var restart = spec.in("template", "spec", "restartPolicy");
    switch (restart.text()) {
      case "", "Always" -> restart.required("valid values: \"OnFailure\", \"Never\"");
      case "OnFailure", "Never" -> {}
      default -> restart.unsupported(restart.value(), "OnFailure", "Never");
    }
  }

  static void cronJob(Spot object) {
    var spec = object.in("spec");
    var schedule = spec.in("schedule");
    if (schedule.text().isEmpty()) {
      schedule.requiredDeclared();
    } else {
      Schedule.wrong(schedule.text()).ifPresent(schedule::invalid);
      if (schedule.text().contains("TZ")) {
        schedule.invalid("cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
      }
    }
    spec.in("startingDeadlineSeconds").notNegative();
    zone(spec.in("timeZone"));
    spec.in("concurrencyPolicy").among("Allow", "Forbid", "Replace");
    common(spec.in("jobTemplate", "spec"));
    spec.in("successfulJobsHistoryLimit").notNegative();
    spec.in("failedJobsHistoryLimit").notNegative();
  }

  private static void zone(Spot zone) {
    if (!zone.there()) {
      return;
    }
    var name = zone.text();
    if (name.isEmpty()) {
      zone.invalid("timeZone must be nil or non-empty string");
    } else if (name.equalsIgnoreCase("Local")) {
      zone.invalid(
          "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
    } else if (!known(name)) {
      zone.invalid("unknown time zone " + name);
    }
  }

  private static boolean known(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
