package dev.rackside.insight;

import dev.rackside.insight.InsightDetail.Verification;
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
interface Insights {

    StatelessSession session();

    @Find
    Optional<Insight> byId(UUID id);

    @Query("from Insight where id in :ids")
    List<Insight> byIds(List<UUID> ids);

    @Insert
    void insert(Insight insight);

    @Insert
    void insert(InsightVerification verification);

    @Insert
    void insert(InsightExample example);

    @Query("delete from Insight where id = :id")
    int delete(UUID id);

    @Query("delete from InsightVerification where id = :id")
    int deleteVerification(UUID id);

    @Query("""
            select outcome, observedAt from InsightExample where insightId = :insightId order by observedAt desc, id""")
    List<Weighed> outcomes(UUID insightId, Limit limit);

    @Query("""
            select id, verifiedBy, verifiedAt, note from InsightVerification where insightId = :insightId \
            order by verifiedAt desc, id""")
    List<Verification> verifications(UUID insightId, Limit limit);

    /** An observation as the grade needs it. */
    record Weighed(String outcome, java.time.Instant observedAt) {}
}
