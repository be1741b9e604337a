package kz.sheshim.adapter.logicng;

import kz.sheshim.analysis.ClauseSolver;
import org.logicng.collections.LNGBooleanVector;
import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.handlers.SATHandler;
import org.logicng.solvers.sat.MiniSat2Solver;
import org.logicng.solvers.sat.MiniSatStyleSolver;

/** LogicNG's MiniSat, given clauses as numbers. */
public final class LogicNgSolver implements ClauseSolver {

    /** Stops a question by the number of conflicts, not by the clock, so that the same workbook always has the same findings. */
    private static final class ConflictLimit implements SATHandler {
        private final int max;
        private int conflicts;

        ConflictLimit(int max) {
            this.max = max;
        }

        @Override
        public boolean detectedConflict() {
            conflicts++;
            return conflicts <= max;
        }

        @Override
        public boolean aborted() {
            return conflicts > max;
        }
    }

    private final MiniSat2Solver solver = new MiniSat2Solver();
    private final int maxConflicts;
    private LNGBooleanVector found = new LNGBooleanVector();

    public LogicNgSolver(int maxConflicts) {
        this.maxConflicts = maxConflicts;
    }

    @Override
    public int variable() {
        return solver.newVar(true, true) + 1;
    }

    @Override
    public void add(int... literals) {
        solver.addClause(vector(literals), null);
    }

    @Override
    public SearchResult solve(int... assumed) {
        Tristate answer = solver.solve(new ConflictLimit(maxConflicts), vector(assumed));
        if (answer == Tristate.TRUE) {
            found = new LNGBooleanVector(solver.model());
            return SearchResult.FOUND;
        }
        return answer == Tristate.FALSE ? SearchResult.NONE : SearchResult.GAVE_UP;
    }

    @Override
    public boolean holds(int variable) {
        return found.get(variable - 1);
    }

    private static LNGIntVector vector(int... literals) {
        LNGIntVector vector = new LNGIntVector(literals.length);
        for (int literal : literals) {
            vector.push(MiniSatStyleSolver.mkLit(Math.abs(literal) - 1, literal < 0));
        }
        return vector;
    }
}
