package fourfold.extract;

import fourfold.core.kernel.Entity;
import java.util.ArrayList;
import java.util.List;

/// A sink that keeps everything, for tests.
final class Gathered<K extends Entity<K>> implements ExtractSink<K> {

    final List<CheckedRow<K>> good = new ArrayList<>();
    final List<Finding> rejected = new ArrayList<>();
    final List<Finding> warnings = new ArrayList<>();

    @Override
    public void good(CheckedRow<K> row) {
        good.add(row);
    }

    @Override
    public void rejected(Finding finding) {
        rejected.add(finding);
    }

    @Override
    public void warning(Finding finding) {
        warnings.add(finding);
    }

    /// The warnings about records, without the notes on the file.
    List<Finding> recordWarnings() {
        return warnings.stream().filter(w -> w.code() == Finding.Code.FORMULA_LIKE_TEXT).toList();
    }

    static <K extends Entity<K>> Gathered<K> from(ExtractTable<K> table, ExtractSource source, ThreatRefs threats) {
        var gathered = new Gathered<K>();
        gathered.read(table, source, threats);
        return gathered;
    }

    ExtractSummary read(ExtractTable<K> table, ExtractSource source, ThreatRefs threats) {
        return ExtractReader.read(table, source, threats, ExtractProgress.unwatched(), this);
    }
}
