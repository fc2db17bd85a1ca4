package dev.rackside.backup;

import dev.rackside.row.Facet;
import java.util.List;

/** The values by which the list of backups can be narrowed; each counted under the other filters. */
public record BackupFacets(List<Facet> types, List<Facet> grades, List<Facet> outcomes, List<Facet> methods,
        List<Facet> databases) {}
