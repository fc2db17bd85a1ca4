package dev.rackside.access;

import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.text.Coded;
import java.util.Set;
import org.hibernate.StatelessSession;

/** The door to the people that the database knows. */
public final class AccessService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(ApiUser.class, ApiToken.class);

    private final Database database;

    public AccessService(Database database) {
        this.database = database;
    }

    /** Who signed in: the entry of the database account, or the account's bare name where it has none. */
    public Who me() {
        return database.read(session -> {
            var account = session.createNativeQuery("select current_user()", String.class).getSingleResult();
            return byName(session, account.substring(0, account.lastIndexOf('@')));
        });
    }

    /**
     * The owner of a local workspace: entered as an administrator at the first start, found again afterwards.
     *
     * @param username as the workstation knows the person
     */
    public Who owner(String username, String displayName) {
        var known = database.read(session -> byName(session, username));
        if (known.id() != null) {
            return known;
        }
        return database.write(session -> {
            if (new ApiUsers_(session).byUsername(username).isEmpty()) {
                new ApiUsers_(session).insert(new ApiUser(Ids.next(), username, displayName, Role.ADMINISTRATOR,
                        Database.serverClock(session)));
            }
            return byName(session, username);
        });
    }

    private static Who byName(StatelessSession session, String username) {
        return new ApiUsers_(session).byUsername(username).map(ApiUser::who)
                .orElseGet(() -> new Who(null, username, username, Coded.of(Role.class, (String) null)));
    }
}
