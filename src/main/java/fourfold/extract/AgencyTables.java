package fourfold.extract;

import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;

/// Reads the regions with their units, and the forces, from `regional-units.csv` and `forces.csv`.
final class AgencyTables {

    private AgencyTables() {}

    /// The agencies of those texts by file name.
    static Agencies read(UnaryOperator<String> texts) {
        var regions = new LinkedHashMap<String, Region>();
        var units = new ArrayList<Agency>();
        for (var row : ReferenceTable.of(
                        texts,
                        "regional-units.csv", "region_no", "region_code", "region_name", "is_rocu", "slug", "prefix", "aliases")
                .rows()) {
            var region = row.make(r -> new Region(
                    Integer.parseInt(r.filled("region_no")),
                    r.filled("region_code"),
                    r.filled("region_name"),
                    r.flag("is_rocu")));
            if (regions.put(region.code(), region) != null) throw row.fault("the region stands there twice");
            units.add(row.make(r -> new Agency(
                    region.code(), region, true, "", r.filled("slug"), r.filled("prefix"), r.parts("aliases"))));
        }
        var all = new ArrayList<Agency>();
        for (var row : ReferenceTable.of(
                        texts,
                        "forces.csv",
                        "region_no",
                        "region_code",
                        "region_name",
                        "is_rocu",
                        "force_name",
                        "pfa_code",
                        "slug",
                        "prefix",
                        "aliases")
                .rows()) {
            var region = regions.get(row.filled("region_code"));
            if (region == null) throw row.fault("there is no such region in regional-units.csv");
            var stated = row.make(r -> new Region(
                    Integer.parseInt(r.filled("region_no")), region.code(), r.filled("region_name"), r.flag("is_rocu")));
            if (!stated.equals(region)) throw row.fault("the region is described otherwise in regional-units.csv");
            all.add(row.make(r -> new Agency(
                    r.filled("force_name"),
                    region,
                    false,
                    r.text("pfa_code"),
                    r.filled("slug"),
                    r.filled("prefix"),
                    r.parts("aliases"))));
        }
        all.addAll(units);
        return new Agencies(all);
    }
}
