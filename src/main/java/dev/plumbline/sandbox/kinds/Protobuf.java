package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bodies in protobuf, as kubectl sends new objects of the kinds that it knows (`kubectl create
/// namespace`): the envelope `runtime.Unknown` after four bytes, and the object in it (apimachinery
/// `runtime/serializer/protobuf`). What is not of that form is an [IllegalArgumentException].
public final class Protobuf {

  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final int WIRE_BITS = 3;
  private static final int GROUP = 7;

  private final GoTypes types;

  public Protobuf(GoTypes types) {
    this.types = types;
  }

  /// One field of a message: its number, and a number or bytes.
  private static final class Part {
    private final int number;
    private final long value;
    private final byte[] bytes;

    Part(int number, long value, byte[] bytes) {
      this.number = number;
      this.value = value;
      this.bytes = bytes;
    }

    int number() {
      return number;
    }

    long value() {
      return value;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /// Reads an object.
  ///
  /// @param type of the object
  public Tree.Obj read(GoType type, byte[] body) {
    if (body.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(body, MAGIC.length))) {
      throw new IllegalArgumentException("no protobuf of Kubernetes");
    }
    var head = Tree.Obj.EMPTY;
    var object = Tree.Obj.EMPTY;
    for (var part : parts(ByteBuffer.wrap(body, MAGIC.length, body.length - MAGIC.length))) {
      if (part.number() == 1) {
        for (var told : parts(ByteBuffer.wrap(part.bytes()))) {
          var name = told.number() == 1 ? "apiVersion" : "kind";
          head = head.with(name, Tree.str(text(told.bytes())));
        }
      } else if (part.number() == 2 && type instanceof GoType.Struct struct) {
        object = struct(struct, part.bytes());
      }
    }
    for (var field : object.fields().entrySet()) {
      head = head.with(field.getKey(), field.getValue());
    }
    return head;
  }

  private Tree.Obj struct(GoType.Struct type, byte[] message) {
    var fields = new LinkedHashMap<String, Tree>();
    for (var part : parts(ByteBuffer.wrap(message))) {
      var coded = type.numbers().get(part.number());
      if (coded == null) {
        continue;
      }
      var inner = types.type(coded.type());
      if (coded.name().isEmpty()) {
        if (inner instanceof GoType.Struct embedded) {
          fields.putAll(struct(embedded, part.bytes()).fields());
        }
        continue;
      }
      switch (inner) {
        case GoType.Slice slice -> {
          var items =
              new ArrayList<>(
                  fields.get(coded.name()) instanceof Tree.Arr(List<Tree> before)
                      ? before
                      : List.<Tree>of());
          items.add(value(slice.items(), part));
          fields.put(coded.name(), new Tree.Arr(items));
        }
        case GoType.Mapped mapped -> {
          var entries =
              new LinkedHashMap<>(
                  fields.get(coded.name()) instanceof Tree.Obj(Map<String, Tree> before)
                      ? before
                      : Map.<String, Tree>of());
          entry(mapped, part.bytes(), entries);
          fields.put(coded.name(), new Tree.Obj(entries));
        }
        default -> {
          var value = value(inner, part);
          if (!(value instanceof Tree.Null)) {
            fields.put(coded.name(), value);
          }
        }
      }
    }
    return new Tree.Obj(fields);
  }

  private void entry(GoType.Mapped type, byte[] message, Map<String, Tree> entries) {
    var key = "";
    var value = type.values() instanceof GoType.Scalar ? (Tree) Tree.str("") : Tree.Obj.EMPTY;
    for (var part : parts(ByteBuffer.wrap(message))) {
      if (part.number() == 1) {
        key = text(part.bytes());
      } else {
        value = value(type.values(), part);
      }
    }
    entries.put(key, value);
  }

  private Tree value(GoType type, Part part) {
    return switch (type) {
      case GoType.Scalar scalar ->
          switch (scalar.basic()) {
            case "bool" -> Tree.bool(part.value() != 0);
            case "int32", "int64", "int" -> Tree.Num.of(part.value());
            case "float64" -> new Tree.Num(Double.toString(Double.longBitsToDouble(part.value())));
            case "[]uint8" -> Tree.str(Base64.getEncoder().encodeToString(part.bytes()));
            default -> Tree.str(text(part.bytes()));
          };
      case GoType.Own(String name) -> own(name, part.bytes());
      case GoType.Struct struct -> struct(struct, part.bytes());
      case GoType.Slice slice -> throw new IllegalArgumentException("a list of lists");
      case GoType.Mapped mapped -> throw new IllegalArgumentException("a list of maps");
    };
  }

  private static Tree own(String name, byte[] message) {
    long first = 0;
    long second = 0;
    byte[] bytes = {};
    for (var part : parts(ByteBuffer.wrap(message))) {
      if (part.number() == 1) {
        first = part.value();
      } else if (part.number() == 2) {
        second = part.value();
      }
      bytes = part.bytes().length > 0 ? part.bytes() : bytes;
    }
    return switch (name) {
      case "meta/v1.Time", "meta/v1.MicroTime" ->
          message.length == 0
              ? Tree.Null.VALUE
              : Tree.str(Instant.ofEpochSecond(first, second).toString());
      case "resource.Quantity" -> Tree.str(text(bytes));
      case "intstr.IntOrString" -> first == 0 ? Tree.Num.of(second) : Tree.str(text(bytes));
      case "meta/v1.FieldsV1", "runtime.RawExtension" ->
          bytes.length == 0 ? Tree.Null.VALUE : Json.parse(bytes, name);
      default -> throw new IllegalArgumentException("no way to read " + name);
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Part> parts(ByteBuffer message) {
    message.order(ByteOrder.LITTLE_ENDIAN);
    var parts = new ArrayList<Part>();
    while (message.hasRemaining()) {
      long tag = varint(message);
      int number = (int) (tag >>> WIRE_BITS);
      switch ((int) (tag & GROUP)) {
        case 0 -> parts.add(new Part(number, varint(message), new byte[0]));
        case 1 -> parts.add(new Part(number, fixed(message, Long.BYTES), new byte[0]));
        case 2 -> {
          long length = varint(message);
          if (length < 0 || length > message.remaining()) {
            throw new IllegalArgumentException("a length beyond the end");
          }
          var bytes = new byte[(int) length];
          message.get(bytes);
          parts.add(new Part(number, 0, bytes));
        }
        case 5 -> parts.add(new Part(number, fixed(message, Integer.BYTES), new byte[0]));
        default -> throw new IllegalArgumentException("an unknown wire type");
      }
    }
    return parts;
  }

  private static long fixed(ByteBuffer message, int bytes) {
    if (message.remaining() < bytes) {
      throw new IllegalArgumentException("it ends in a number");
    }
    return bytes == Long.BYTES ? message.getLong() : message.getInt();
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE - 1) {
      if (!message.hasRemaining()) {
        throw new IllegalArgumentException("it ends in a number");
      }
      byte next = message.get();
      value |= (long) (next & Byte.MAX_VALUE) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
