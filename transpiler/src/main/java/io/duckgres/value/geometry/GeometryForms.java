package io.duckgres.value.geometry;

import io.duckgres.pgtype.datetime.InputSettings;
import io.duckgres.value.BinaryReader;
import io.duckgres.value.BinaryWriter;
import io.duckgres.value.InputErrors;
import io.duckgres.value.ValueForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The geometric types: their texts and binary formats. None of them has an order. */
public final class GeometryForms {
  private static final int MAX_POINTS = (Integer.MAX_VALUE - 64) / 16;

  private GeometryForms() {}

  /** All of them, by their names. */
  public static Map<String, ValueForm> forms() {
    return Map.of(
        "point",
        new Form<>(GeometryForms::point, GeometryForms::send, GeometryForms::receivePoint),
        "line",
        new Form<>(
            Shapes.Line::read,
            (line, out) -> out.writeDouble(line.a()).writeDouble(line.b()).writeDouble(line.c()),
            GeometryForms::receiveLine),
        "lseg",
        new Form<>(
            Shapes.Segment::read,
            (segment, out) -> send(List.of(segment.first(), segment.second()), out),
            in -> new Shapes.Segment(receivePoint(in), receivePoint(in))),
        "box",
        new Form<>(
            Shapes.Box::read,
            (box, out) -> send(List.of(box.high(), box.low()), out),
            in -> Shapes.Box.of(receivePoint(in), receivePoint(in))),
        "path",
        new Form<>(
            Shapes.Path::read,
            (path, out) -> {
              out.writeByte(path.closed() ? 1 : 0).writeInt(path.points().size());
              send(path.points(), out);
            },
            in -> new Shapes.Path(in.readByte() != 0, receivePoints(in, "path"))),
        "polygon",
        new Form<>(
            Shapes.Polygon::read,
            (polygon, out) -> {
              out.writeInt(polygon.points().size());
              send(polygon.points(), out);
            },
            in -> new Shapes.Polygon(receivePoints(in, "polygon"))),
        "circle",
        new Form<>(
            Shapes.Circle::read,
            (circle, out) -> {
              send(circle.center(), out);
              out.writeDouble(circle.radius());
            },
            GeometryForms::receiveCircle));
  }

  /** A point of its text. */
  static Point point(String text) {
    GeometryReader reader = new GeometryReader("point", text);
    Point point = reader.pair();
    reader.requireEnd();
    return point;
  }

  private static void send(Point point, BinaryWriter out) {
    out.writeDouble(point.x()).writeDouble(point.y());
  }

  private static void send(List<Point> points, BinaryWriter out) {
    points.forEach(point -> send(point, out));
  }

  private static Point receivePoint(BinaryReader in) {
    double x = in.readDouble();
    return new Point(x, in.readDouble());
  }

  private static Shapes.Line receiveLine(BinaryReader in) {
    double a = in.readDouble();
    double b = in.readDouble();
    double c = in.readDouble();
    if (Point.isZero(a) && Point.isZero(b)) {
      throw InputErrors.invalidBinary("invalid line specification: A and B cannot both be zero");
    }
    return new Shapes.Line(a, b, c);
  }

  private static Shapes.Circle receiveCircle(BinaryReader in) {
    Point center = receivePoint(in);
    double radius = in.readDouble();
    if (radius < 0) {
      throw InputErrors.invalidBinary("invalid radius in external \"circle\" value");
    }
    return new Shapes.Circle(center, radius);
  }

  private static List<Point> receivePoints(BinaryReader in, String type) {
    int count = in.readInt();
    if (count <= 0 || count > MAX_POINTS) {
      throw InputErrors.invalidBinary(
          "invalid number of points in external \"" + type + "\" value");
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(receivePoint(in));
    }
    return points;
  }

  /**
   * One of the types.
   *
   * @param reader its input function, which also reads the stored text
   * @param sender writes the binary format
   * @param receiver reads the binary format
   */
  private record Form<T>(
      Function<String, T> reader,
      BiConsumer<T, BinaryWriter> sender,
      Function<BinaryReader, T> receiver)
      implements ValueForm {
    @Override
    public String read(String text, InputSettings settings) {
      return reader.apply(text).toString();
    }

    @Override
    public byte[] send(String stored) {
      BinaryWriter out = new BinaryWriter();
      sender.accept(reader.apply(stored), out);
      return out.toBytes();
    }

    @Override
    public String receive(BinaryReader in) {
      T value = receiver.apply(in);
      in.requireEnd();
      return value.toString();
    }
  }
}
