package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.ValueCheck;
import io.duckgres.transpiler.unparse.DomainSql;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the domains of a table's columns demand of rows that COPY brings past the analysis. */
final class CopyValueChecks {
  private CopyValueChecks() {}

  /** Checks by the columns' names; columns without a demand are not in it. */
  static Map<String, ValueCheck> of(Relation relation, CatalogSnapshot catalog) {
    Map<String, ValueCheck> checks = new LinkedHashMap<>();
    for (Attribute column : relation.attributes()) {
      ValueCheck check = check(column.domain(), catalog);
      if (check != null) {
        checks.put(column.name(), check);
      }
      refuseArrays(column, catalog);
    }
    return checks;
  }

  /** The checks of a domain, those of the domain under it before; null for none. */
  private static ValueCheck check(PgType type, CatalogSnapshot catalog) {
    if (type == null || type.kind() != TypeKind.DOMAIN) {
      return null;
    }
    PgType builtIn = PgTypes.byOid(type.baseOid());
    ValueCheck below =
        check(builtIn == null ? catalog.typeByOid(type.baseOid()) : builtIn, catalog);
    Domain domain = catalog.domain(type);
    if (!DomainSql.isNeeded(domain)) {
      return below;
    }
    ValueCheck own = new ValueCheck(DomainSql.BEFORE, DomainSql.after(type, domain));
    return below == null ? own : below.then(own);
  }

  private static void refuseArrays(Attribute column, CatalogSnapshot catalog) {
    PgType type = column.type();
    PgType element = type != null && type.isArray() ? catalog.elementOf(type) : null;
    if (element != null && check(element, catalog) != null) {
      throw Errors.notSupported(-1, "COPY to a table that has arrays of a domain");
    }
  }
}
