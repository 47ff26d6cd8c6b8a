package fourfold.core.kernel;

/// What happens to each field of a kind of record when it was changed in two places at once.
public interface Merging {

    /// A kind that this version does not know: both values of everything are kept.
    Merging ORDINARY = new Merging() {
        @Override
        public Merge of(String field) {
            return Merge.ORDINARY;
        }

        @Override
        public int rank(String field, Json value) {
            return 0;
        }
    };

    /// What happens to that field; [Merge#ORDINARY] for one of a newer version.
    Merge of(String field);

    /// How high the risk is that this value of the field stands for, by the order of its list; -1 for none.
    int rank(String field, Json value);
}
