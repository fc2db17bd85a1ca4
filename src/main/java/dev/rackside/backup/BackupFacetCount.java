package dev.rackside.backup;

import dev.rackside.db.Condition;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;

/** Turns a filter into a condition, and counts the values beside it. */
final class BackupFacetCount {

    private BackupFacetCount() {
    }

    static Condition condition(BackupFilter filter) {
        var condition = new Condition()
                .search("r.filePath like {0} or r.host like {0} or r.databaseName like {0}", filter.text())
                .andIn("lower(coalesce(r.type, '')) in (:types)", "types", filter.types())
                .andIn("r.grade in (:grades)", "grades", ranks(filter.grades()))
                .andIn("lower(coalesce(r.outcome, '')) in (:outcomes)", "outcomes", filter.outcomes())
                .andIn("coalesce(r.method, '') in (:methods)", "methods", filter.methods())
                .andIn("coalesce(r.databaseName, '') in (:databases)", "databases", filter.databases());
        if (filter.failedSince() != null) {
            condition.and("r.startedAt >= :failedSince", "failedSince", filter.failedSince())
                    .and("r.outcome in ('failed', 'abandoned') or r.verificationStatus = 'failed'");
        }
        if (filter.started() != null) {
            condition.and("r.startedAt >= :startedFrom", "startedFrom", filter.started().from())
                    .and("r.startedAt < :startedUntil", "startedUntil", filter.started().until());
        }
        return condition;
    }

    private static List<Integer> ranks(Set<String> grades) {
        return Arrays.stream(Grade.values()).filter(grade -> grades.contains(grade.name())).map(Grade::rank)
                .toList();
    }

    static BackupFacets of(StatelessSession session, BackupFilter filter) {
        var list = BackupService.LIST;
        return new BackupFacets(
                list.facet(session, "lower(coalesce(r.type, ''))", condition(filter.types(Set.of())),
                        text -> BackupWords.type(Coded.of(BackupType.class, text))),
                grades(list.facet(session, "r.grade", condition(filter.grades(Set.of())), text -> text)),
                list.facet(session, "lower(coalesce(r.outcome, ''))", condition(filter.outcomes(Set.of())),
                        text -> BackupWords.outcome(Coded.of(BackupOutcome.class, text))),
                list.facet(session, "coalesce(r.method, '')", condition(filter.methods(Set.of())),
                        BackupFacetCount::named),
                list.facet(session, "coalesce(r.databaseName, '')", condition(filter.databases(Set.of())),
                        BackupFacetCount::named));
    }

    /** From the server's ranks to names, best first. */
    private static List<Facet> grades(List<Facet> ranks) {
        return ranks.stream()
                .sorted(Comparator.comparing((Facet facet) -> Integer.valueOf(facet.value())).reversed())
                .map(facet -> {
                    var grade = Grade.ranked(Integer.parseInt(facet.value()));
                    return new Facet(grade.name(), BackupWords.grade(grade), facet.count());
                }).toList();
    }

    private static String named(String text) {
        return text.isEmpty() ? Messages.get("backup.nameless") : text;
    }
}
