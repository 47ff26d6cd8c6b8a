package fourfold.desk;

import fourfold.core.settings.ReceivedPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Which of a sender's packages have not come. Numbers run from 1 without a gap, so that what is missing has a name.
final class Gaps {

    private Gaps() {}

    /// The numbers of all packages of a sender that have not come, whatever device wrote them.
    static List<Long> in(List<ReceivedPackage> received) {
        return received.stream()
                .collect(Collectors.groupingBy(one -> one.get(ReceivedPackage.DEVICE)))
                .values()
                .stream()
                .flatMap(ofDevice -> in(ofDevice, ofDevice.getFirst().get(ReceivedPackage.NUMBER)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The numbers below the highest that nobody imported.
    ///
    /// @param received what came from one device
    /// @param more the number of one more that is here
    static List<Long> in(List<ReceivedPackage> received, long more) {
        var there = new HashSet<Long>();
        there.add(more);
        received.forEach(one -> there.add(one.get(ReceivedPackage.NUMBER)));
        long highest = there.stream().mapToLong(Long::longValue).max().orElse(0);
        var missing = new ArrayList<Long>();
        for (long number = 1; number < highest; number++) if (!there.contains(number)) missing.add(number);
        return missing;
    }
}
