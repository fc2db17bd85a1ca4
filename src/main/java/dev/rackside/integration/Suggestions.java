package dev.rackside.integration;

import dev.rackside.db.Condition;
import dev.rackside.row.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Finds what unmapped customers and computers probably are: customers first, since a computer follows its customer. */
final class Suggestions {

    /** More than these nobody looks through at once; the next are found when they are done. */
    private static final int MOST = 2000;
    private static final String CLIENTS = """
            select id, name, domain_name from clients where is_active or is_active is null""";
    private static final String MACHINES = """
            select id, client_id, hostname from infrastructure where lower(hostname) in (:names)""";
    private static final String CUSTOMERS = """
            select integration_type, external_id, client_id from integration_mappings
            where external_kind = 'customer' and client_id is not null""";

    private final Map<String, List<Choice>> byName = new HashMap<>();
    private final Map<String, List<Choice>> byDomain = new HashMap<>();
    private final Map<String, List<Machine>> byHost = new HashMap<>();
    private final Map<String, UUID> customers = new HashMap<>();

    private record Machine(Choice choice, @Nullable UUID client) {}

    private Suggestions(StatelessSession session, List<MappingRow> open) {
        for (var row : session.createNativeQuery(CLIENTS, Object[].class).getResultList()) {
            var choice = new Choice(UUID.fromString(String.valueOf(row[0])), text(row[1]));
            put(byName, CustomerMapping.plain(choice.label()), choice);
            put(byDomain, CustomerMapping.plain(CustomerMapping.domain((String) row[2])), choice);
        }
        for (var row : session.createNativeQuery(CUSTOMERS, Object[].class).getResultList()) {
            customers.put(key(text(row[0]), text(row[1])), UUID.fromString(String.valueOf(row[2])));
        }
        machines(session, open.stream().filter(MappingRow::isComputer).map(row -> host(row.name()))
                .filter(host -> !host.isEmpty()).collect(Collectors.toSet()));
    }

    private void machines(StatelessSession session, Collection<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        for (var row : session.createNativeQuery(MACHINES, Object[].class).setParameterList("names", hosts)
                .getResultList()) {
            var choice = new Choice(UUID.fromString(String.valueOf(row[0])), text(row[2]));
            var client = row[1] == null ? null : UUID.fromString(String.valueOf(row[1]));
            byHost.computeIfAbsent(host(choice.label()), _ -> new ArrayList<>())
                    .add(new Machine(choice, client));
        }
    }

    /** By the rows' ids, in the order of their names. */
    static Map<UUID, Suggestion> of(StatelessSession session) {
        var open = MappingService.LIST.some(session,
                new Condition().and("r.clientId is null and r.machineId is null"), MOST);
        var found = new Suggestions(session, open);
        var all = new LinkedHashMap<UUID, Suggestion>();
        Stream.of(false, true).flatMap(computer -> open.stream().filter(row -> row.isComputer() == computer))
                .forEach(row -> found.find(row).ifPresent(suggestion -> all.put(row.id(), suggestion)));
        return all;
    }

    private Optional<Suggestion> find(MappingRow row) {
        return row.isComputer() ? machine(row) : client(row);
    }

    /** For the computers that follow, a customer counts as what it probably is. */
    private Optional<Suggestion> client(MappingRow row) {
        var name = CustomerMapping.plain(row.name());
        var found = only(byName.get(name)).map(choice -> new Suggestion(row, choice, Suggestion.Reason.NAME))
                .or(() -> only(byDomain.get(name))
                        .map(choice -> new Suggestion(row, choice, Suggestion.Reason.DOMAIN)));
        found.ifPresent(suggestion -> customers.put(key(String.valueOf(row.system().text()), row.externalId()),
                suggestion.here().id()));
        return found;
    }

    private Optional<Suggestion> machine(MappingRow row) {
        var customer = row.customerKey();
        var owner = customer == null ? null : customers.get(key(String.valueOf(row.system().text()), customer));
        if (owner == null) {
            return Optional.empty();
        }
        var alike = byHost.getOrDefault(host(row.name()), List.of()).stream()
                .filter(machine -> owner.equals(machine.client())).map(Machine::choice).toList();
        return only(alike).map(choice -> new Suggestion(row, choice, Suggestion.Reason.HOSTNAME));
    }

    private static void put(Map<String, List<Choice>> map, String name, Choice choice) {
        if (!name.isEmpty()) {
            map.computeIfAbsent(name, _ -> new ArrayList<>()).add(choice);
        }
    }

    private static Optional<Choice> only(@Nullable List<Choice> found) {
        return found != null && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String key(String system, String externalId) {
        return system + " " + externalId.toLowerCase(Locale.ROOT);
    }

    /** The name without its domain. */
    private static String host(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\..*$", "");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
