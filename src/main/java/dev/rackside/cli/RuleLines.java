package dev.rackside.cli;

import dev.rackside.db.UnenforcedRules.Rule;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;

/** The rules that a database leaves to the programs that write to it, a line each. */
final class RuleLines {

    private static final int LONGEST = 100;

    private RuleLines() {
    }

    static List<String> of(List<Rule> rules) {
        return rules.stream().map(RuleLines::line).toList();
    }

    private static String line(Rule rule) {
        var where = rule.columns().isEmpty() ? rule.table() : rule.table() + "." + String.join(", ", rule.columns());
        var key = "schema.rule." + rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var said = Messages.get(key, where, cut(rule.rule()), cut(rule.found()));
        var broken = rule.broken();
        return broken.isEmpty() ? said : said + Messages.get("cli.rule.broken", broken.getAsLong());
    }

    private static String cut(String clause) {
        var plain = clause.replace("`", "").replace(" collate utf8mb4_nopad_bin", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
