package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;

/** A scenario that counts otherwise than it describes. */
public record WrongInstanceCount(String entity, String given, int described, int known) implements Defect {
    @Override
    public String message() {
        return "the cell says " + given + " for the number of " + entity + ", but the rows of the scenario describe "
                + described + " and with those taken over there are " + known + ". Write a whole number from "
                + described + " to " + known + ", or clear the cell.";
    }
}
