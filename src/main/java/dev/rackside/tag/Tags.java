package dev.rackside.tag;

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
interface Tags {

    StatelessSession session();

    @Query("select id, coalesce(name, '') from Tag where name like :pattern escape '!' order by name, id")
    List<Choice> choices(String pattern, Limit limit);

    @Query("""
            select t.id, coalesce(t.name, '') from MachineTag m join Tag t on t.id = m.tagId \
            where m.machineId = :machineId order by t.name, t.id""")
    List<Choice> ofMachine(UUID machineId);

    @Query("""
            select t.id, coalesce(t.name, '') from WorkItemTag w join Tag t on t.id = w.tagId \
            where w.workItemId = :workItemId order by t.name, t.id""")
    List<Choice> ofWorkItem(UUID workItemId);

    @Query("select id, coalesce(name, '') from Tag where id in :ids order by name, id")
    List<Choice> byIds(List<UUID> ids);

    @Query("select id, coalesce(name, '') from Tag where name = :name order by id")
    List<Choice> byName(String name);

    @Find
    Optional<Tag> byId(UUID id);

    /** Others of that name. */
    @Query("select count(*) from Tag where name = :name and id <> :except")
    long namesakes(String name, UUID except);

    @Query("select count(*) from MachineTag where tagId = :id")
    long machinesOf(UUID id);

    @Query("select count(*) from WorkItemTag where tagId = :id")
    long workItemsOf(UUID id);

    @Query("delete from Tag where id = :id")
    int delete(UUID id);

    @Insert
    void insert(Tag tag);

    @Query("from MachineTag where machineId in :ids")
    List<MachineTag> ofMachines(List<UUID> ids);

    @Query("from WorkItemTag where workItemId in :ids")
    List<WorkItemTag> ofWorkItems(List<UUID> ids);

    @Insert
    void insert(MachineTag tag);

    @Query("delete from MachineTag where machineId = :machineId and tagId = :tagId")
    int delete(UUID machineId, UUID tagId);

    @Query("delete from MachineTag where machineId in :machineIds and tagId = :tagId")
    int untagMachines(List<UUID> machineIds, UUID tagId);

    @Query("delete from WorkItemTag where workItemId in :workItemIds and tagId = :tagId")
    int untagWorkItems(List<UUID> workItemIds, UUID tagId);
}
