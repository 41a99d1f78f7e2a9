package dev.plumbline.sandbox.rules;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the server's code has against objects, as far as operators meet it every day. The schema
/// says the rest.
final class Checks {

  private static final Set<String> WRITTEN_ANYWAY =
      Set.of(
          "rules", "endpoints", "conditions", "names", "status", "acceptedNames", "storedVersions");

  private static final Set<String> SELECTING =
      Set.of("Deployment.apps", "ReplicaSet.apps", "DaemonSet.apps", "StatefulSet.apps");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Set<String> LABEL_NAMES = Set.of("Namespace", "Service");
  private static final Pattern DATA_KEY = Pattern.compile("[-._a-zA-Z0-9]+");

  private Checks() {}

  static boolean holds(FieldError error) {
    if (error.reason().equals("FieldValueTypeInvalid")) {
      return false;
    }
    var last = error.field().substring(error.field().lastIndexOf('.') + 1);
    return !WRITTEN_ANYWAY.contains(last) && !error.field().startsWith("status");
  }

  static List<FieldError> errors(Kind kind, Tree.Obj object) {
    var errors = new ArrayList<FieldError>();
    name(kind, object).ifPresent(errors::add);
    if (SELECTING.contains(kind.kindName())) {
      selector(object, errors);
    }
    if (kind.kindName().equals("Job.batch")) {
      ending(object, "spec.template.spec.restartPolicy", errors);
    } else if (kind.kindName().equals("CronJob.batch")) {
      ending(object, "spec.jobTemplate.spec.template.spec.restartPolicy", errors);
    }
    if (kind.kindName().equals("ConfigMap") || kind.kindName().equals("Secret")) {
      for (var key : object.fields("data").keySet()) {
        if (!DATA_KEY.matcher(key).matches()) {
          errors.add(
              invalid(
                  "data[" + key + "]",
                  Tree.str(key),
                  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
                      + " (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for"
                      + " validation is '[-._a-zA-Z0-9]+')"));
        }
      }
    }
    return errors;
  }

  /// What a job starts must be able to end.
  private static void ending(Tree.Obj object, String field, List<FieldError> errors) {
    if (object.text(field.split("\\.")).filter("Always"::equals).isPresent()) {
      errors.add(
          new FieldError(
              "FieldValueRequired",
              field,
              "Required value: valid values: \"OnFailure\", \"Never\""));
    }
  }

  private static java.util.Optional<FieldError> name(Kind kind, Tree.Obj object) {
    var name = object.text("metadata", "name").orElse("");
    if (kind.group().startsWith("rbac.")) {
      return java.util.Optional.empty();
    }
    if (LABEL_NAMES.contains(kind.kindName())) {
      return LABEL.matcher(name).matches()
          ? java.util.Optional.empty()
          : java.util.Optional.of(
              invalid(
                  "metadata.name",
                  Tree.str(name),
                  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters"
                      + " or '-', and must start and end with an alphanumeric character (e.g."
                      + " 'my-name',  or '123-abc', regex used for validation is"
                      + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"));
    }
    return SUBDOMAIN.matcher(name).matches()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            invalid(
                "metadata.name",
                Tree.str(name),
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
                    + " characters, '-' or '.', and must start and end with an alphanumeric"
                    + " character (e.g. 'example.com', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"));
  }

  private static void selector(Tree.Obj object, List<FieldError> errors) {
    var wanted = object.fields("spec", "selector", "matchLabels");
    var labels = object.fields("spec", "template", "metadata", "labels");
    boolean matches =
        wanted.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    boolean missing = object.at("spec", "selector").isEmpty();
    if (!matches || missing) {
      var shown = labels.isEmpty() ? Tree.Null.VALUE : new Tree.Obj(labels);
      errors.add(
          invalid(
              "spec.template.metadata.labels",
              shown,
              "`selector` does not match template `labels`"));
    }
  }

  private static FieldError invalid(String field, Tree value, String why) {
    return new FieldError(
        "FieldValueInvalid", field, "Invalid value: " + Json.compact(value) + ": " + why);
  }
}
