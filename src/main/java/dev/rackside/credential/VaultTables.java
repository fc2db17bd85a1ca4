package dev.rackside.credential;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Keys and grants. */
@Repository
interface VaultTables {

    StatelessSession session();

    @Find
    Optional<TechnicianKey> keyById(UUID id);

    /** Somebody's keys, the newest first. */
    @Query("where technicianId = :technician order by keyVersion desc")
    List<TechnicianKey> keysOf(UUID technician);

    /** Everybody's keys and those of the kit. */
    @Query("from TechnicianKey order by technicianId, keyVersion desc")
    List<TechnicianKey> keys();

    @Query("from VaultGrant order by generation, createdAt")
    List<VaultGrant> grants();

    @Query("from VaultGrant where technicianKeyId = :key order by generation")
    List<VaultGrant> grantsTo(UUID key);

    @Insert
    void insert(TechnicianKey key);

    @Insert
    void insert(VaultGrant grant);

    /** Writes newly sealed keys where nobody else did meanwhile. */
    @Query("update TechnicianKey set sealedKeys = :sealed, rowVersion = rowVersion + 1, updatedAt = instant"
            + " where id = :id and rowVersion = :before")
    int reseal(UUID id, int before, byte[] sealed);

    /** Says who vouches for somebody's keys. */
    @Query("update TechnicianKey set signedBy = :by, signature = :signature, rowVersion = rowVersion + 1,"
            + " updatedAt = instant where id = :id")
    int vouch(UUID id, UUID by, byte[] signature);

    @Insert
    void insert(VaultEvent event);

    @Query("from VaultEvent order by createdAt desc, id desc")
    List<VaultEvent> events(Limit limit);

    /** The oldest first. */
    @Query("from VaultEvent where type in :types order by createdAt, id")
    List<VaultEvent> eventsOf(List<String> types);

    /** What was granted to kits; they themselves stay, since they vouch for others. */
    @Query("delete from VaultGrant where technicianKeyId in (select id from TechnicianKey where apiUserId is null)")
    int forgetKits();

    @Query("delete from VaultGrant")
    int forgetGrants();

    @Query("delete from VaultGrant where generation < :newest")
    int forget(int newest);

    @Query("update TechnicianKey set kitTestedAt = instant where id = :id")
    int kitTested(UUID id);
}
