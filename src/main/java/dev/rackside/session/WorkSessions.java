package dev.rackside.session;

import dev.rackside.row.Choice;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface WorkSessions {

    StatelessSession session();

    @Find
    Optional<WorkSession> byId(UUID id);

    @Query("from WorkSession where id in :ids")
    List<WorkSession> byIds(List<UUID> ids);

    @Insert
    void insert(WorkSession workSession);

    @Query("delete from WorkSession where id = :id")
    int delete(UUID id);

    @Query("""
            select id, concat(coalesce(cast(sessionDate as String), ''), '  ', coalesce(title, '')) from WorkSession \
            where title like :pattern escape '!' or cast(sessionDate as String) like :pattern escape '!' \
            order by sessionDate desc, id desc""")
    List<Choice> choices(String pattern, Limit limit);

    @Query("""
            select id, concat(coalesce(cast(sessionDate as String), ''), '  ', coalesce(title, '')) from WorkSession \
            where clientId = :clientId and (title like :pattern escape '!' \
            or cast(sessionDate as String) like :pattern escape '!') order by sessionDate desc, id desc""")
    List<Choice> choices(UUID clientId, String pattern, Limit limit);

    @Query("""
            select id, concat(coalesce(cast(sessionDate as String), ''), '  ', coalesce(title, '')) from WorkSession \
            where id = :id""")
    Optional<Choice> choice(UUID id);

    @Query("from WorkItem where sessionId = :sessionId order by createdAt, id")
    List<WorkItem> workItems(UUID sessionId);
}
