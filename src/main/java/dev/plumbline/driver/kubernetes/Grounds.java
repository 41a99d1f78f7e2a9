package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.schema.Type;
import java.util.Optional;
import java.util.Set;

/// What a verdict without a question relies on beside the two objects: the types that the server
/// describes, and what stands between an apply and the store (admission). All of it as of one
/// moment.
///
/// @param types the server's types
/// @param admission what admission could change
record Grounds(TypeBook.Edition types, Admission.Standing admission) {

  /// Nothing is known, so nothing is certain.
  static Grounds none(String why) {
    return new Grounds(TypeBook.Edition.none(why), Admission.Standing.unknown(why));
  }

  /// Reads the descriptions of kinds that are about to be compared.
  void read(Set<Kind> kinds, Cancel cancel) {
    types.read(kinds, cancel);
  }

  Optional<Type> type(Kind kind) {
    return types.type(kind);
  }

  /// What a verdict on a kind depends on; when it changes, the verdict does not hold any more.
  String epoch(Kind kind) {
    return types.hash(kind) + " " + admission.epoch();
  }

  /// Why the server might make something else of an object that is sent as it is stored; empty when
  /// nothing does.
  Optional<String> doubt(Kind kind, Seen live) {
    return types.hash(kind).isEmpty() ? Optional.of(types.why(kind)) : admission.doubt(kind, live);
  }
}
