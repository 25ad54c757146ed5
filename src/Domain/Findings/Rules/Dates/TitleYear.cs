using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed partial class TitleYear : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("year of the title", "ปีในชื่อแผน");

    public override LocalText Meaning { get; } =
        new(
            "The plan's title names a fiscal year other than the plan's.",
            "ชื่อแผนระบุปีงบประมาณไม่ตรงกับปีงบประมาณของแผน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var development = plan.DevelopmentPlan;
        var years = Years().Matches(ThaiNumber.ToArabicDigits(development.Title));
        var year = $"{development.FiscalYear}";
        if (years.Count == 0 || years.Any(match => WithoutSpaces(match.Value) == year))
            yield break;
        var stated = WithoutSpaces(years[0].Value);
        yield return new Fault(
            "title/year",
            new LocalText("title of the plan", "ชื่อแผน"),
            new LocalText(
                $"The title names the year {stated}, but the plan is of fiscal year {year}.",
                $"ชื่อแผนระบุปี {stated} แต่แผนเป็นของปีงบประมาณ พ.ศ. {year}"
            )
        )
        {
            Stated = stated,
            Computed = year,
            Source = plan.Sources.Of(development, "title") ?? plan.Sources.Of(development),
            TakeComputed =
                years.Count == 1
                    ? file =>
                        file.EditDevelopmentPlan(d => d with { Title = Corrected(development.Title, years[0], year) })
                    : null,
        };
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Corrected(string title, Match year, string right) =>
        title[..year.Index]
        + (char.IsAsciiDigit(title[year.Index]) ? right : ThaiNumber.ToThaiDigits(right))
        + title[(year.Index + year.Length)..];

    [GeneratedRegex("(?<![0-9])2 ?[45] ?[0-9] ?[0-9](?![0-9])")]
    private static partial Regex Years();
}
