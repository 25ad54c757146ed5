using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <param name="Province">For a secondary area of several provinces, the province of the office's seat.</param>
internal sealed record OfficeArea(string Code, string Name, OfficeKind Kind, Province Province);

/// <summary>
/// The 245 educational service areas: 183 primary ones in the 77 provinces, and 62 secondary ones, some of which cover
/// several provinces. Source: the ministry's announcements of the areas (primary: B.E. 2553, plus Bueng Kan, created
/// later; secondary: B.E. 2564).
/// </summary>
internal static class OfficeAreas
{
    private const string Prefix = "สำนักงานเขตพื้นที่การศึกษา";

    /// <summary>
    /// The number of primary areas of a province, by the number in its ISO code; one if it is not listed.
    /// </summary>
    private static readonly Dictionary<int, string> PrimaryAreas = new()
    {
        [2] = "11 12 13 14 16 19 21 22 24 25 27 35 39 48 51 53 54 55 56 58 61 62 63 64 66 70 73 76 77 86 92 93 43",
        [3] = "20 60 32 36 42 44 45 46 47 52 65 67 72 84 90 94 95 96",
        [4] = "31 33 41 57 71 80",
        [5] = "34 40",
        [6] = "50",
        [7] = "30",
    };

    /// <summary>The secondary areas by the ISO numbers of their provinces, the seat first. Bangkok has two.</summary>
    private const string SecondaryAreas =
        "10 10 71 46 62 40 22,23 24 20,21 36 57 50 92,81 63 73 48 30 80 60 12 96 55 38 31 13 77 25,26 94 14 56 82,83,85 93 66 "
        + "65,53 76 67 54 44 49 58 95 45 70 16 52,51 42,39 33,35 47 90,91 11 74,75 27 19 17,15 64 72 84,86 32 43 41 61,18 34,37";

    private static readonly Dictionary<string, Province> ByNumber = Provinces.All.ToDictionary(province =>
        province.Code[3..]
    );

    /// <summary>
    /// The areas in an order that begins with the office of the published sample plan and spreads the first few over
    /// the country. A smaller set of offices is a subset of every larger one.
    /// </summary>
    public static readonly IReadOnlyList<OfficeArea> All = Mixed([.. Primary(), .. Secondary()]);

    private static IEnumerable<OfficeArea> Primary()
    {
        var counts = new Dictionary<string, int>();
        foreach (var (count, provinces) in PrimaryAreas)
        {
            foreach (var number in provinces.Split(' '))
                counts[number] = count;
        }

        foreach (var province in Provinces.All)
        {
            var count = counts.GetValueOrDefault(province.Code[3..], 1);
            for (var area = 1; area <= count; area++)
            {
                var name = $"{Prefix}ประถมศึกษา{province.Name}{Number(area, count)}";
                yield return new OfficeArea($"{province.Code}-P{area}", name, OfficeKind.Primary, province);
            }
        }
    }

    private static IEnumerable<OfficeArea> Secondary()
    {
        foreach (var same in SecondaryAreas.Split(' ').GroupBy(numbers => numbers))
        {
            var provinces = same.Key.Split(',').Select(number => ByNumber[number]).ToList();
            for (var area = 1; area <= same.Count(); area++)
            {
                var name = string.Join(' ', provinces.Select(province => province.Name));
                yield return new OfficeArea(
                    $"{provinces[0].Code}-S{area}",
                    $"{Prefix}มัธยมศึกษา{name}{Number(area, same.Count())}",
                    OfficeKind.Secondary,
                    provinces[0]
                );
            }
        }
    }

    private static string Number(int area, int count) => count == 1 ? "" : $" เขต {ThaiNumber.ToThaiDigits($"{area}")}";

    private static IReadOnlyList<OfficeArea> Mixed(List<OfficeArea> areas)
    {
        const int stride = 97; // coprime to 245
        var first = areas.FindIndex(area => area.Code == SamplePlan.OfficeCode);
        return [.. Enumerable.Range(0, areas.Count).Select(place => areas[(first + place * stride) % areas.Count])];
    }
}
