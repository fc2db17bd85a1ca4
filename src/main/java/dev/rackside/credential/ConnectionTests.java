package dev.rackside.credential;

import dev.rackside.credential.Finding.Result;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The door to the test of a connection: what each probe found is kept with the credential. */
public final class ConnectionTests {

    private static final String KEEP = """
            update integration_credentials set last_tested_at = utc_timestamp(6), last_test_status = :status,
                last_test_details = :details, created_at = created_at, updated_at = updated_at
            where id = :id""";

    private final Database database;
    private final SignIns signIns;
    private final Map<ExchangeSystem, Tester> testers;

    /** @param testers who knows what to try; a system without one can't be tested */
    public ConnectionTests(Database database, SignIns signIns, Map<ExchangeSystem, Tester> testers) {
        this.database = database;
        this.signIns = signIns;
        this.testers = Map.copyOf(testers);
    }

    /** Whether a system's connections can be tested. */
    public boolean knows(Coded<ExchangeSystem> system) {
        return system.known() != null && testers.containsKey(system.known());
    }

    /**
     * Tests a connection. The row's version stays: what was found is no edit that another one could meet.
     *
     * @throws Problem VAULT_LOCKED, ROW_GONE, or what is wrong with a secret; what the system says is what was found
     */
    public List<Finding> run(UUID credential) {
        var findings = signIns.with(credential, signIn -> {
            var tester = testers.get(signIn.system());
            if (tester == null) {
                throw new Problem(ErrorCode.CREDENTIAL_INCOMPLETE, Messages.get("credential.needs.system"));
            }
            return tester.test(signIn);
        });
        keep(credential, findings);
        return findings;
    }

    private void keep(UUID credential, List<Finding> findings) {
        var details = new LinkedHashMap<String, String>();
        findings.forEach(finding -> details.put(finding.name(), finding.written()));
        var json = JsonMapper.shared().writeValueAsString(details);
        database.write(session -> session.createNativeMutationQuery(KEEP).setParameter("id", credential.toString())
                .setParameter("status", Coded.code(status(findings))).setParameter("details", json).executeUpdate());
    }

    static TestStatus status(List<Finding> findings) {
        var tried = findings.stream().filter(finding -> finding.result() != Result.NOT_TESTED).toList();
        var passed = tried.stream().filter(finding -> finding.result() == Result.PASSED).count();
        return passed == 0 ? TestStatus.FAILED : passed == tried.size() ? TestStatus.PASSED : TestStatus.PARTIAL;
    }
}
