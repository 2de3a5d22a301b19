package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The session's portals, cursors among them. Only cursors WITH HOLD outlive their transaction. */
final class Portals implements TransactionObserver {
  private final Map<String, Portal> portals = new LinkedHashMap<>();
  private final int limit;
  private long lastNumber;

  /**
   * No portals yet.
   *
   * @param limit how many there may be
   */
  Portals(int limit) {
    this.limit = limit;
  }

  /**
   * Refuses a name that is taken; the unnamed portal gives way.
   *
   * @throws PgException 42P03, or 54000 when there are too many
   */
  void makeRoom(String name) {
    if (name.isEmpty()) {
      remove(name);
    } else if (portals.containsKey(name)) {
      throw new PgException(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already exists");
    }
    SessionLimits.check(portals.size(), limit, "portals", "portals");
  }

  void add(Portal portal) {
    lastNumber++;
    portal.number = lastNumber;
    portals.put(portal.name, portal);
  }

  /**
   * The portal of this name.
   *
   * @throws PgException 34000 when there is none
   */
  Portal get(String name) {
    return get("portal", name);
  }

  /**
   * The portal of this name as statements about cursors ask for it.
   *
   * @throws PgException 34000 when there is none
   */
  Portal cursor(String name) {
    return get("cursor", name);
  }

  private Portal get(String what, String name) {
    Portal portal = portals.get(name);
    if (portal == null) {
      throw new PgException(
          SqlState.INVALID_CURSOR_NAME, what + " \"" + name + "\" does not exist");
    }
    return portal;
  }

  /** The portal of this name, or null. */
  Portal find(String name) {
    return portals.get(name);
  }

  /** All, in the order of their making. */
  Collection<Portal> all() {
    return Collections.unmodifiableCollection(portals.values());
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
    removeAll(portal -> true);
  }

  /** The number of the youngest portal so far. */
  long lastNumber() {
    return lastNumber;
  }

  /** Closes the portals that are younger than this number. */
  void removeYounger(long number) {
    removeAll(portal -> portal.number > number);
  }

  private void removeAll(Predicate<Portal> which) {
    List<Portal> removed = new ArrayList<>();
    portals
        .values()
        .removeIf(
            portal -> {
              boolean matches = which.test(portal);
              if (matches) {
                removed.add(portal);
              }
              return matches;
            });
    removed.forEach(Portal::close);
  }

  @Override
  public void committing() {
    for (Portal portal : portals.values()) {
      if (portal.hold && !portal.held) {
        portal.rows.detach();
      }
    }
    removeAll(portal -> !portal.hold);
  }

  @Override
  public void committed() {
    portals.values().forEach(portal -> portal.held = true);
  }

  @Override
  public void rollingBack() {
    removeAll(portal -> !portal.held);
  }
}
