package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rackside.row.Choice;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Rows of other rooms by their names: javac can't check such a query as it does a repository's. */
public final class Named {

    private Named() {
    }

    /**
     * A row by its name; by its id where it is gone or has none.
     *
     * @param hql finds the name by {@code :id}: {@code select c.name from Client c where c.id = :id}
     * @return null for no id
     */
    public static @Nullable Choice of(StatelessSession session, @CompileTimeConstant String hql, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var name = session.createSelectionQuery(hql, String.class).setParameter("id", id).getResultList().stream()
                .findFirst().orElse(null);
        return new Choice(id, name == null || name.isBlank() ? id.toString() : name);
    }
}
