package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to whose an outside system's customers are here. The system's id leads, so a customer that is renamed there
 * stays whose it was; its name is only kept to be shown.
 */
public final class CustomerMapping {

    private static final String MAPPED = """
            select c.id, c.name from integration_mappings m join clients c on c.id = m.client_id
            where m.integration_type = :system and m.external_kind = 'customer' and m.external_id = :external""";
    private static final String ALL = "select id, name, domain_name from clients where is_active or is_active is null";
    private static final String MAP = """
            insert into integration_mappings (id, integration_type, external_kind, external_id, external_name,
                client_id, mapped_by)
            values (:id, :system, 'customer', :external, :name, :client, :who)
            on duplicate key update row_version = row_version + (client_id is null or client_id <> values(client_id)),
                external_name = values(external_name), client_id = values(client_id), mapped_by = values(mapped_by)""";
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(?:llp|llc|ltd|limited|inc|incorporated|gmbh|ag|ab|plc|corp|corporation|co|company|group|the)\\b");
    private static final int LONGEST = 255;

    private final Database database;
    private final Supplier<String> who;

    /**
     * Whose a customer is.
     *
     * @param sure whether a person said so; else it is only suggested, by its name
     */
    public record Owner(Choice client, boolean sure) {}

    /** @param who the name that stands beside what was mapped */
    public CustomerMapping(Database database, Supplier<String> who) {
        this.database = database;
        this.who = who;
    }

    /**
     * Whose a customer of a system is here: what a person said, else the one client whose name or domain is the same.
     *
     * @param name as the system calls it now; null where it doesn't say
     */
    public Optional<Owner> ownerOf(ExchangeSystem system, @Nullable String externalId, @Nullable String name) {
        return database.read(session -> mapped(session, system, externalId).map(client -> new Owner(client, true))
                .or(() -> suggested(session, name).map(client -> new Owner(client, false))));
    }

    private static Optional<Choice> mapped(StatelessSession session, ExchangeSystem system,
            @Nullable String externalId) {
        if (externalId == null || externalId.isBlank()) {
            return Optional.empty();
        }
        return session.createNativeQuery(MAPPED, Object[].class).setParameter("system", Coded.code(system))
                .setParameter("external", externalId).getResultList().stream().findFirst().map(CustomerMapping::choice);
    }

    /** Two that are called alike are no suggestion. */
    private static Optional<Choice> suggested(StatelessSession session, @Nullable String name) {
        var wanted = plain(name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var alike = session.createNativeQuery(ALL, Object[].class).getResultList().stream()
                .filter(row -> wanted.equals(plain((String) row[1])) || wanted.equals(plain(domain((String) row[2]))))
                .map(CustomerMapping::choice).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static Choice choice(Object[] row) {
        return new Choice(UUID.fromString(String.valueOf(row[0])), row[1] == null ? "" : String.valueOf(row[1]));
    }

    /** Letters and digits alone, without what only says which kind of company it is. */
    static String plain(@Nullable String name) {
        return name == null
                ? ""
                : LEGAL_FORM.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("").replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** What stands before the last dot: {@code brightwater} of {@code www.brightwater.example}. */
    static @Nullable String domain(@Nullable String name) {
        return name == null ? null : name.strip().replaceFirst("^www\\.", "").replaceFirst("\\..*$", "");
    }

    /** Keeps whose a customer is; what was kept before gives way. */
    public void map(ExchangeSystem system, String externalId, @Nullable String name, UUID client) {
        var id = Ids.next();
        database.write(session -> session.createNativeMutationQuery(MAP).setParameter("id", id.toString())
                .setParameter("system", Coded.code(system)).setParameter("external", cut(externalId))
                .setParameter("name", name == null ? null : cut(name), String.class)
                .setParameter("client", client.toString()).setParameter("who", who.get()).executeUpdate());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
