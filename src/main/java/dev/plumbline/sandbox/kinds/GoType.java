package dev.plumbline.sandbox.kinds;

import java.util.Map;

/// A type of the server's Go code, as far as it shows in requests and answers.
public sealed interface GoType {

  /// How Go's decoder names it: `int32`, `v1.PodSpec`, `map[string]string`.
  String name();

  /// A string, a number, a flag, or text in base64 (`[]uint8`).
  ///
  /// @param basic `string`, `bool`, `int32`, `int64`, `float64`, `[]uint8`
  record Scalar(String name, String basic) implements GoType {}

  /// A type that reads itself: `resource.Quantity`, `meta/v1.Time`, `intstr.IntOrString`.
  record Own(String name) implements GoType {}

  /// A list.
  record Slice(String name, GoType items) implements GoType {}

  /// A map with text as its keys.
  record Mapped(String name, GoType values) implements GoType {}

  /// A struct; embedded ones are looked through.
  ///
  /// @param fields by their JSON name, those of embedded structs with them
  /// @param numbers what is encoded below a protobuf number
  record Struct(String name, Map<String, Field> fields, Map<Integer, Coded> numbers)
      implements GoType {
    public Struct {
      fields = Map.copyOf(fields);
      numbers = Map.copyOf(numbers);
    }
  }

  /// A field.
  ///
  /// @param owner the struct that declares it, without its package
  /// @param pointer whether it may be absent and zero, which are two things then
  /// @param omitted whether zero is left out
  record Field(String owner, String type, boolean pointer, boolean omitted) {}

  /// What stands below a protobuf number: a field, or an embedded struct (`name` is empty).
  record Coded(String name, String type) {}
}
