package dev.rackside.sample;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who and what the rows are about, as far as later rows refer to it. */
final class Cast {

    private Cast() {
    }

    /** A client as its resource describes it. */
    record ClientText(String name, String type, @Nullable Boolean active, String prefix, String domain, String contact,
            String net, int share, List<String> kinds, String notes) {}

    /** A kind of machine as its resource describes it; a system is name|version|PowerShell|kind. */
    record MachineText(String type, String name, String tokens, String shell, @Nullable Boolean gui,
            @Nullable String status, List<String> systems, List<String> notes) {}

    /**
     * @param from when the work for it began
     * @param until when the work for it ended, or will have
     */
    record Client(String id, ClientText text, String network, Instant from, Instant until, List<Machine> machines) {

        /** The address of a device in its network; a large client has several in a row. */
        String address(int host) {
            if (host < 256) {
                return network + "." + host;
            }
            var dot = network.lastIndexOf('.') + 1;
            return network.substring(0, dot) + (Integer.parseInt(network.substring(dot)) + host / 256) + "."
                    + host % 256;
        }

        String subnet() {
            return network + ".0/24";
        }

        List<Machine> matching(String wanted) {
            return machines.stream().filter(machine -> machine.matches(wanted)).toList();
        }

        /** A machine of the first kind that the client has, or the first of the client. */
        Machine like(String... wanted) {
            return Arrays.stream(wanted).flatMap(kind -> matching(kind).stream()).findFirst()
                    .orElseGet(machines::getFirst);
        }
    }

    /** @param kinds every word that a text may ask for: its kind, its system, what it is in general */
    record Machine(String id, Client client, String hostname, @Nullable String address, Set<String> kinds,
            Instant since) {

        /** @param wanted kinds with commas between those of which one is enough, + between those needed together */
        boolean matches(String wanted) {
            return Arrays.stream(wanted.split(",")).anyMatch(all -> kinds.containsAll(List.of(all.split("\\+"))));
        }

        static Set<String> kinds(String... words) {
            var kinds = new LinkedHashSet<String>();
            Arrays.stream(words).flatMap(word -> Arrays.stream(word.split(","))).filter(word -> !word.isBlank())
                    .forEach(kinds::add);
            return kinds;
        }
    }

    /** A technician's session with its work items' ids. */
    record Session(String id, Client client, String title, String technician, Instant start, Instant end,
            List<String> workItems) {}

    record Pattern(String id, String key, @Nullable Client client) {

        boolean fits(@Nullable Client other) {
            return client == null || (other != null && client.id().equals(other.id()));
        }
    }

    record Insight(String id, @Nullable Client client, @Nullable Machine machine, TextBlocks.Block block, String grade,
            Filling filling, Instant created, Optional<Instant> verified) {}
}
