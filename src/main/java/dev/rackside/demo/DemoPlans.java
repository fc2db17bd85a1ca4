package dev.rackside.demo;

import dev.rackside.infrastructure.MachineRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** The backup plans of a demo: of a workspace's own machines, most of which went well. */
final class DemoPlans {

    private static final int MOST = 60;
    private static final List<String> KINDS = List.of("VMBackup", "BackupFiles", "SQLBackup", "ConsistencyCheck");
    private static final List<String> NAMES = List.of("Image of ", "Files of ", "Databases of ", "Restore check of ");
    private static final Duration EVERY = Duration.ofHours(6);

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, String> companies = new TreeMap<>();

    private DemoPlans() {
    }

    static void tell(Msp360Stub stub, List<MachineRow> machines) {
        var plans = new DemoPlans();
        machines.stream().filter(machine -> machine.clientName() != null && machine.hostname() != null).limit(MOST)
                .forEach(plans::add);
        stub.tell(plans.rows, plans.companies);
    }

    private void add(MachineRow machine) {
        var at = rows.size();
        // There the legal form is left out, as people do.
        var company = String.valueOf(machine.clientName()).replaceFirst(" (?:LLP|Ltd|Group)$", "");
        companies.put(id("company " + company), company);
        var kind = at % KINDS.size();
        rows.add(run(at, VendorStub.map("PlanName", NAMES.get(kind) + machine.hostname(), "CompanyName", company,
                "UserName", "backup@" + company.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + ".example",
                "ComputerName", machine.hostname(), "BuildVersion", "8.4.1.229", "StorageType", "Wasabi", "PlanId",
                id("plan " + machine.id()), "PlanType", KINDS.get(kind))));
    }

    private static Map<String, Object> run(int at, Map<String, Object> plan) {
        var row = new LinkedHashMap<>(plan);
        var last = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(EVERY.dividedBy(2)).plusSeconds(at * 17L);
        var status = switch (at % 13) {
            case 3 -> "Error";
            case 5 -> "Warning";
            case 8 -> "Overdue";
            case 11 -> "Interrupted";
            default -> "Success";
        };
        var never = at % 17 == 9;
        row.put("Status", never ? "Unknown" : status);
        row.put("LastStart", never ? "0001-01-01T00:00:00" : stamp(status.equals("Overdue") ? late(last) : last));
        row.put("NextStart", never ? null : stamp(last.plus(EVERY)));
        row.put("ErrorMessage", switch (status) {
            case "Error" -> "The network path was not found. (Code: 1003)";
            case "Interrupted" -> "The computer was shut down while the plan was running.";
            case "Warning" -> "Some files were skipped because another program has them open.";
            default -> "";
        });
        var copied = never ? 0 : 900_000_000L + at * 271_828_182L;
        row.put("FilesCopied", never ? 0 : 1200 + at * 31);
        row.put("FilesFailed", status.equals("Warning") ? 4 : 0);
        row.put("DataCopied", copied);
        row.put("DataToBackup", copied);
        row.put("TotalData", copied * 9);
        row.put("Duration", never ? "" : "00:%02d:%02d".formatted(4 + at % 50, at * 7 % 60));
        return row;
    }

    private static Instant late(Instant last) {
        return last.minus(Duration.ofDays(3));
    }

    /** As the system writes it: without a zone. */
    private static String stamp(Instant moment) {
        return Objects.toString(moment.truncatedTo(ChronoUnit.SECONDS)).replace("Z", "");
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
