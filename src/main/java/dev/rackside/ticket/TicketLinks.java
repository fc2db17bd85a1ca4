package dev.rackside.ticket;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface TicketLinks {

    StatelessSession session();

    @Find
    Optional<TicketLink> byId(UUID id);

    @Query("from TicketLink where id in :ids")
    List<TicketLink> byIds(List<UUID> ids);

    @Insert
    void insert(TicketLink link);

    @Query("delete from TicketLink where id = :id")
    int delete(UUID id);

    @Query("""
            select id from TicketLink where sessionId = :sessionId and integrationType = :system \
            and ticketId = :ticketId and linkType = :linkType""")
    List<UUID> same(UUID sessionId, String system, String ticketId, String linkType);
}
