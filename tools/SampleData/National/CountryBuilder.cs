using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the data that belongs to no office: the catalogue of indicators, and disbursement targets.
/// </summary>
internal sealed class CountryBuilder
{
    public const string TargetsSource = "invented for the national test data; not a figure of the government";

    private static readonly (string Class, int[] Percents)[] Targets =
    [
        ("OVERALL", [32, 52, 75, 93]),
        ("RECURRENT", [35, 55, 80, 98]),
        ("INVESTMENT", [19, 39, 57, 75]),
    ];

    /// <param name="targetYears">Fiscal years that already have targets.</param>
    public CountryBuilder(NationalOptions options, IReadOnlyList<int> targetYears)
    {
        var dice = Dice.For(options.Seed, "country");
        var start = new FiscalYear(options.FirstYear).StartsOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var ids = new SeededIds(dice, start);
        Rows.Definitions.AddRange(IndicatorKinds.All.Select(kind => new DefinitionRow(ids.Next(), kind)));
        for (var year = options.FirstYear; year <= options.CurrentYear; year++)
        {
            if (targetYears.Contains(year))
                continue;
            var decided = new FiscalYear(year).StartsOn.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc).AddDays(-1);
            foreach (var (expenseClass, percents) in Targets)
            {
                for (var quarter = 0; quarter < percents.Length; quarter++)
                {
                    Rows.DisbursementTargets.Add(
                        new DisbursementTargetRow(
                            ids.At(decided),
                            year,
                            quarter,
                            expenseClass,
                            percents[quarter] + (year - options.FirstYear) % 3 * 0.5m,
                            decided
                        )
                    );
                }
            }
        }
    }

    public OfficeRows Rows { get; } = new();
}
