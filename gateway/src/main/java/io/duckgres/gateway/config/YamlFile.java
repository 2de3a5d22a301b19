package io.duckgres.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.duckgres.gateway.config.ConfigNode.Mapping;
import io.duckgres.gateway.config.ConfigNode.Scalar;
import io.duckgres.gateway.config.ConfigNode.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file as a tree that knows its lines; a name that comes twice is an error. */
final class YamlFile {
  private final Path file;
  private final YAMLParser parser;

  private YamlFile(Path file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The file's mapping; an empty one for a file without content. */
  static Mapping read(Path file) throws ConfigException {
    try (YAMLParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      YamlFile reader = new YamlFile(file, parser);
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return new Mapping(Map.of(), reader.place());
      }
      ConfigNode root = reader.node();
      if (!(root instanceof Mapping mapping)) {
        throw new ConfigException(root.place() + ": must be a mapping of keys to values");
      }
      if (parser.nextToken() != null) {
        throw new ConfigException(reader.place() + ": only one YAML document is expected");
      }
      return mapping;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new ConfigException(file + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ConfigException(file + ": can't be read (" + e + ")");
    }
  }

  private ConfigNode node() throws IOException, ConfigException {
    String place = place();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place);
      case START_ARRAY -> sequence(place);
      case VALUE_NULL -> new Scalar(null, place);
      default -> {
        if (parser.isCurrentAlias()) {
          throw new ConfigException(place + ": aliases are not supported");
        }
        yield new Scalar(parser.getText(), place);
      }
    };
  }

  private Mapping mapping(String place) throws IOException, ConfigException {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String namePlace = place();
      parser.nextToken();
      ConfigNode value = node();
      ConfigNode earlier = entries.putIfAbsent(name, at(namePlace, value));
      if (earlier != null) {
        throw new ConfigException(
            namePlace + ": " + name + " is given twice, first at " + earlier.place());
      }
    }
    return new Mapping(entries, place);
  }

  private Sequence sequence(String place) throws IOException, ConfigException {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Sequence(items, place);
  }

  /** A value counts as standing where its name does. */
  private static ConfigNode at(String place, ConfigNode node) {
    if (node instanceof Mapping mapping) {
      return new Mapping(mapping.entries(), place);
    }
    if (node instanceof Sequence sequence) {
      return new Sequence(sequence.items(), place);
    }
    return new Scalar(((Scalar) node).text(), place);
  }

  private String place() {
    return file + ":" + parser.currentTokenLocation().getLineNr();
  }
}
