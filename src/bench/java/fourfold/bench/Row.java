package fourfold.bench;

import java.util.List;

/// One thing that is measured.
interface Row {

    /// The word by which it is asked for alone.
    String name();

    /// Measures.
    List<Line> measure(Bed bed) throws Exception;
}
