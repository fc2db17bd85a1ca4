package dev.rackside.plan;

import dev.rackside.credential.Finding;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIn;
import dev.rackside.credential.Tester;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Call;
import dev.rackside.integration.Complaints;
import dev.rackside.integration.Fields;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** MSP360's API of Managed Backup. It tells each plan's latest run alone. */
public final class Msp360 implements Tester {

    private static final String SYSTEM = "MSP360";
    private static final String USUAL = "https://api.mspbackups.com";
    /** In the order of the vendor's own numbers. */
    private static final List<String> STATUSES = List.of("Success", "Overdue", "Error", "Running", "Unknown",
            "Interrupted", "UnexpectedlyClosed", "Warning");
    /** The same; one of them is misspelled there. */
    private static final List<String> TYPES = List.of("NA", "Backup", "Restore", "BackupFiles", "RestoreFiles",
            "VMBackup", "VMRestore", "SQLBackup", "SQLResore", "ExchangeBackup", "ExchangeRestore", "BMSSBackup",
            "BMSSRestore", "ConsistencyCheck", "EC2Backup", "EC2Restore", "HyperVBackup", "HyperVRestore");
    /** It writes the first day of its calendar where there is none. */
    private static final int FIRST_YEAR = 1980;
    /** The last year that a moment in the database may have. */
    private static final int LAST_YEAR = 2037;

    private final Outside outside;

    public Msp360(Outside outside) {
        this.outside = outside;
    }

    /** Every plan with its latest run; where a plan comes twice, its newer run. */
    List<ReportedPlan> plans(SignIn signIn) {
        var token = signIn(signIn);
        var companies = companies(signIn, token);
        var plans = new LinkedHashMap<String, ReportedPlan>();
        list(signIn, token, "api/Monitoring").forEach(row -> {
            var plan = plan(row, companies.get(row.text("CompanyName", "")));
            plans.merge(plan.id(), plan, Msp360::newer);
        });
        return List.copyOf(plans.values());
    }

    private static ReportedPlan newer(ReportedPlan one, ReportedPlan other) {
        var start = other.lastStart();
        return start == null || (one.lastStart() != null && one.lastStart().isAfter(start)) ? one : other;
    }

    /** A plan without an id is told from others by its place and name. */
    static ReportedPlan plan(Fields row, @Nullable String companyId) {
        var company = row.text("CompanyName");
        var computer = row.text("ComputerName");
        var name = row.text("PlanName");
        var id = row.text("PlanId", String.join("/", Objects.toString(company, ""), Objects.toString(computer, ""),
                Objects.toString(name, "")));
        return new ReportedPlan(id, name, word(row.text("PlanType"), TYPES), company, companyId, computer,
                row.text("StorageType"), Objects.requireNonNullElse(word(row.text("Status"), STATUSES), "Unknown"),
                moment(row, "LastStart"), moment(row, "NextStart"), row.text("Duration"), row.number("DataCopied"),
                row.number("FilesCopied"), row.number("FilesFailed"), row.text("ErrorMessage"), row);
    }

    /** Some versions tell the number of a word, others the word. */
    private static @Nullable String word(@Nullable String told, List<String> words) {
        if (told == null || !told.matches("\\d{1,2}")) {
            return told;
        }
        var at = Integer.parseInt(told);
        return at < words.size() ? words.get(at) : told;
    }

    private static @Nullable Instant moment(Fields row, String name) {
        var moment = row.moment(name);
        var year = moment == null ? 0 : moment.atOffset(ZoneOffset.UTC).getYear();
        return year < FIRST_YEAR || year > LAST_YEAR ? null : moment;
    }

    /** Ids of the companies by their names; a name that two of them have leads to neither. */
    private Map<String, String> companies(SignIn signIn, char[] token) {
        var answer = outside.send(get(signIn, token, "api/Companies"));
        var ids = new HashMap<String, String>();
        if (answer.ok()) {
            answer.body().items().forEach(company -> {
                var name = company.text("Name", "");
                ids.merge(name, company.text("Id", ""), (_, _) -> "");
            });
            ids.values().removeIf(String::isEmpty);
        }
        return ids;
    }

    private List<Fields> list(SignIn signIn, char[] token, String path) {
        var answer = outside.send(get(signIn, token, path));
        if (!answer.ok() || !answer.body().isArray()) {
            throw refusal(answer);
        }
        return answer.body().items();
    }

    private static Call get(SignIn signIn, char[] token, String path) {
        var reach = signIn.reach(USUAL);
        return Call.get(reach, reach.at(path), signature(signIn, token));
    }

    /** It answers a wrong password with 403, and some mistakes with 200 and a message. */
    private char[] signIn(SignIn signIn) {
        if (signIn.isOAuth()) {
            return signIn.bearer();
        }
        var reach = signIn.reach(USUAL);
        var body = new LinkedHashMap<String, Object>();
        body.put("UserName", signIn.username());
        body.put("Password", new String(signIn.secret(Place.PASSWORD)));
        var answer = outside.send(Call.ask(reach, reach.at("api/Provider/Login"),
                signature(signIn, new char[0]).silent(), body));
        var token = answer.body().text("access_token");
        if (answer.ok() && token != null) {
            return signIn.composed(token.toCharArray());
        }
        throw answer.status() == 404
                ? refusal(answer)
                : new Problem(ErrorCode.OUTSIDE_SIGN_IN, SYSTEM, Complaints.orStatus(answer));
    }

    private static Signature signature(SignIn signIn, char[] token) {
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                header.accept("Authorization", "Bearer " + new String(token));
            }

            @Override
            public List<char[]> hidden() {
                return signIn.hidden();
            }
        };
    }

    private static Problem refusal(Answer answer) {
        return new Problem(switch (answer.status()) {
            case 401 -> ErrorCode.OUTSIDE_SIGN_IN;
            case 403 -> ErrorCode.OUTSIDE_FORBIDDEN;
            case 404, 410 -> ErrorCode.OUTSIDE_GONE;
            default -> ErrorCode.OUTSIDE_REFUSED;
        }, SYSTEM, Complaints.orStatus(answer));
    }

    @Override
    public List<Finding> test(SignIn signIn) {
        var findings = new ArrayList<Finding>();
        var token = new ArrayList<char[]>();
        findings.add(Finding.of("sign in", () -> {
            token.add(signIn(signIn));
            return "";
        }));
        var probes = new LinkedHashMap<String, Supplier<String>>();
        probes.put("read backup plans", () -> Messages.get("credential.found.plans",
                list(signIn, token.getFirst(), "api/Monitoring").size()));
        probes.put("read companies", () -> Messages.get("credential.found.companies",
                list(signIn, token.getFirst(), "api/Companies").size()));
        probes.forEach((name, probe) -> findings.add(token.isEmpty()
                ? Finding.untested(name, "")
                : Finding.of(name, probe)));
        return findings;
    }
}
