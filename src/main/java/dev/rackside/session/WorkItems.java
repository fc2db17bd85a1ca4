package dev.rackside.session;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface WorkItems {

    StatelessSession session();

    @Find
    Optional<WorkItem> byId(UUID id);

    @Query("from WorkItem where id in :ids")
    List<WorkItem> byIds(List<UUID> ids);

    @Insert
    void insert(WorkItem item);

    @Query("delete from WorkItem where id = :id")
    int delete(UUID id);
}
