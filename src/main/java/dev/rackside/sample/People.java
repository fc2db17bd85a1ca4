package dev.rackside.sample;

import java.time.Duration;
import java.util.List;

/** The people of the invented company, and the keys of its programs, none of which is valid. */
final class People {

    static final String ADMINISTRATOR = "mara.ellis";

    /** Those who work on the clients' systems. */
    static final List<String> TECHNICIANS = List.of(ADMINISTRATOR, "bjorn.lindqvist", "linh.nguyen", "sean.ohara",
            "tomas.brandt");

    private record Person(String username, String name, String role, boolean active) {}

    private static final List<Person> PEOPLE = List.of(new Person(ADMINISTRATOR, "Mara Ellis", "administrator", true),
            new Person("bjorn.lindqvist", "Björn Lindqvist", "technician", true),
            new Person("linh.nguyen", "Nguyễn Thùy Linh", "technician", true),
            new Person("sean.ohara", "Seán O'Hara", "technician", true),
            new Person("tomas.brandt", "Tomáš Brandt", "technician", true),
            new Person("priya.raman", "Priya Raman", "viewer", true),
            new Person("kofi.mensah", "Kofi Mensah", "technician", false),
            new Person("svc-dispatch", "Dispatch board", "service", true));

    private People() {
    }

    /** @param taken user names that the database has already; they are left out */
    static void add(Stage stage, java.util.Set<String> taken) {
        var users = stage.table("api_users", "id", "username", "display_name", "email", "role", "is_active",
                "last_login_at", "created_at", "updated_at");
        var tokens = stage.table("api_tokens", "id", "api_user_id", "name", "token_prefix", "token_hash", "scopes",
                "expires_at", "last_used_at", "revoked_at", "created_at");
        var chance = stage.chance();
        for (var person : PEOPLE) {
            var since = stage.daysAgo(chance.between(430, 900));
            var seen = stage.daysAgo(person.active() ? chance.between(0, 3) : 210)
                    .minus(Duration.ofMinutes(chance.between(1, 600)));
            var id = chance.id(since);
            if (taken.contains(person.username())) {
                continue;
            }
            users.add(id, person.username(), person.name(), person.username() + "@tidewell.example", person.role(),
                    person.active(), seen, since, seen);
            if (person.role().equals("service")) {
                var first = stage.daysAgo(400);
                tokens.add(chance.id(first), id, "Dispatch board, last year", chance.hex(8), chance.hex(64),
                        "[\"sessions:read\"]", stage.daysAgo(35), stage.daysAgo(36), null, first);
                var second = stage.daysAgo(60);
                tokens.add(chance.id(second), id, "Wall display", chance.hex(8), chance.hex(64),
                        "[\"sessions:read\", \"backups:read\"]", stage.now().plus(Duration.ofDays(120)), null,
                        stage.daysAgo(58), second);
            }
        }
    }
}
