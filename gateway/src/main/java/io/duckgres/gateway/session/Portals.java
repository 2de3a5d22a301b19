package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The session's portals. None outlives its transaction. */
final class Portals {
  private final Map<String, Portal> portals = new HashMap<>();

  /**
   * Refuses a name that is taken; the unnamed portal gives way.
   *
   * @throws PgException 42P03
   */
  void makeRoom(String name) {
    if (name.isEmpty()) {
      remove(name);
    } else if (portals.containsKey(name)) {
      throw new PgException(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already exists");
    }
  }

  void add(Portal portal) {
    portals.put(portal.name, portal);
  }

  /**
   * The portal of this name.
   *
   * @throws PgException 34000 when there is none
   */
  Portal get(String name) {
    Portal portal = portals.get(name);
    if (portal == null) {
      throw new PgException(SqlState.INVALID_CURSOR_NAME, "portal \"" + name + "\" does not exist");
    }
    return portal;
  }

  /** Closes a portal, if there is one. */
  void remove(String name) {
    Portal portal = portals.remove(name);
    if (portal != null) {
      portal.close();
    }
  }

  /** Closes all. */
  void clear() {
    List<Portal> all = List.copyOf(portals.values());
    portals.clear();
    all.forEach(Portal::close);
  }
}
