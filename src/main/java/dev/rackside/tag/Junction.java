package dev.rackside.tag;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The tables that say what has which tag. */
enum Junction {
    MACHINES("""
            insert ignore into infrastructure_tags (infrastructure_id, tag_id) \
            select i.id, t.id from infrastructure i join tags t on t.id = :tag where i.id = :owner""",
            "delete from infrastructure_tags where infrastructure_id = :owner and tag_id = :tag"), WORK_ITEMS("""
            insert ignore into work_item_tags (work_item_id, tag_id) \
            select w.id, t.id from work_items w join tags t on t.id = :tag where w.id = :owner""",
                    "delete from work_item_tags where work_item_id = :owner and tag_id = :tag");

    private final String give;
    private final String take;

    Junction(@CompileTimeConstant String give, @CompileTimeConstant String take) {
        this.give = give;
        this.take = take;
    }

    /** Whether the owner has got the tag by this; not where it had it, or where either is gone. */
    boolean give(StatelessSession session, UUID owner, UUID tag) {
        return run(session, give, owner, tag);
    }

    /** Whether the owner had the tag. */
    boolean take(StatelessSession session, UUID owner, UUID tag) {
        return run(session, take, owner, tag);
    }

    private static boolean run(StatelessSession session, String sql, UUID owner, UUID tag) {
        return session.createNativeMutationQuery(sql).setParameter("owner", owner.toString())
                .setParameter("tag", tag.toString()).executeUpdate() > 0;
    }
}
