package kz.sheshim.table;

/** A rule (a row) by the id of its table and its own id, which is unique in the table. */
public record RuleId(String table, String rule) implements Comparable<RuleId> {

    @Override
    public int compareTo(RuleId other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : rule.compareTo(other.rule);
    }

    @Override
    public String toString() {
        return table + "/" + rule;
    }
}
