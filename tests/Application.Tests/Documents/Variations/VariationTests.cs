using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Forms;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>
/// A plan in other forms, alone and combined: each number, amount, date and person is in the plan rightly, or the report
/// says that it is not, at the place where it is printed otherwise; nothing is wrong or lost in silence.
/// </summary>
public sealed class VariationTests
{
    private static readonly SortedDictionary<string, string> Expected = VariedPlan.Facts(
        Read(Encoding.UTF8.GetBytes(VariedPlan.Text)).Plan!
    );

    /// <summary>The number of forms of other offices that are told, because they can be read in several ways or have no field.</summary>
    private const int MostTold = 73;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("VARIATIONS"), out var rounds)
        ? rounds
        : 200;

    [Fact]
    public void The_plain_form_is_read_without_a_finding()
    {
        var (plan, reports) = Read(Encoding.UTF8.GetBytes(VariedPlan.Text));
        reports.ShouldBeEmpty();
        Expected.Count.ShouldBe(53);
        plan.ShouldNotBeNull();
    }

    [Fact]
    public void Each_variation_is_told_or_read_the_same()
    {
        var faults = Variation.All.Select(one => Fault([one], seed: 1)).OfType<string>().ToList();
        faults.ShouldBeEmpty();
    }

    /// <summary>Most forms of other offices leave no doubt: they are read, and nothing is reported.</summary>
    [Fact]
    public void Forms_of_other_offices_are_read()
    {
        var forms = OfficeVariations.All.Concat(OfficeTableVariations.All).ToList();
        var told = forms.FindAll(one => !IsReadTheSame(one)).ConvertAll(one => one.What);
        told.Count.ShouldBeLessThanOrEqualTo(MostTold, string.Join('\n', told));
    }

    /// <summary>Further forms of the kinds that are read: they are read as well, not only the ones above.</summary>
    [Fact]
    public void Forms_without_doubt_are_read() =>
        ReadVariations
            .All.Concat(ReadTableVariations.All)
            .Where(one => !IsReadTheSame(one))
            .Select(one => one.What)
            .ShouldBeEmpty();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Combinations_are_told_or_read_the_same(int kinds)
    {
        var faults = new List<string>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed * 10 + kinds);
            Variation[] combined =
            [
                .. Enumerable.Range(0, kinds).Select(_ => Variation.All[random.Next(Variation.All.Count)]),
            ];
            if (Fault(combined, seed) is { } fault)
                faults.Add(fault);
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public void Files_of_other_forms_are_told_or_read_the_same(string form)
    {
        var faults = new List<string>();
        for (var seed = 0; seed < Rounds / 4; seed++)
        {
            var random = new Random(seed);
            Variation[] combined =
            [
                .. Enumerable.Range(0, 2).Select(_ => Variation.All[random.Next(Variation.All.Count)]),
            ];
            if (Fault(combined, seed, Write) is { } fault)
                faults.Add($"seed {seed}: {fault}");

            byte[] Write(string text) => form == "docx" ? WordFile.Of(text, random) : HtmlFile.Of(text, random);
        }

        faults.ShouldBeEmpty();
    }

    private static bool IsReadTheSame(Variation variation)
    {
        var (plan, reports) = Read(Encoding.UTF8.GetBytes(variation.Edit(VariedPlan.Text, new Random(1))));
        return plan is not null && reports.Count == 0 && VariedPlan.Facts(plan).SequenceEqual(Expected);
    }

    /// <summary>What is wrong without a report at its place; null if nothing is.</summary>
    private static string? Fault(Variation[] variations, int seed, Func<string, byte[]>? file = null)
    {
        var text = variations.Aggregate(VariedPlan.Text, (before, one) => one.Edit(before, new Random(seed)));
        var (plan, reports) = Read((file ?? Encoding.UTF8.GetBytes)(text));
        if (plan is null)
            return null;
        var facts = VariedPlan.Facts(plan);
        var wrong = Expected
            .Keys.Union(facts.Keys)
            .Where(name => facts.GetValueOrDefault(name) != Expected.GetValueOrDefault(name))
            .Select(name => $"{name}: {facts.GetValueOrDefault(name) ?? "nothing"}")
            .ToList();
        Statistics(variations, wrong, reports);
        // Other forms than text count paragraphs and rows instead of lines.
        var parts = new PlanParts(plan);
        var changed = file is null ? new ChangedLines(VariedPlan.Text, text) : null;
        var lost = wrong.FindAll(one => !reports.Exists(report => report.IsAt(changed, parts.Of(one), parts)));
        return lost.Count > 0
            ? $"{string.Join(" + ", variations.Select(one => one.What))}\n  {string.Join("\n  ", lost.Take(6))}\n  told: {string.Join("; ", reports.Select(one => one.Text).Take(3))}"
            : null;
    }

    private static void Statistics(Variation[] variations, List<string> wrong, List<Report> reports)
    {
        if (Environment.GetEnvironmentVariable("VARIATIONS_LOG") is { } log && (wrong.Count > 0 || reports.Count > 0))
            File.AppendAllText(
                log,
                $"{string.Join(" + ", variations.Select(one => one.What)).Replace("\n", "/").Replace("\t", "|")}\n  wrong: {string.Join("; ", wrong.Take(5))}\n  told: {string.Join("; ", reports.Take(5).Select(one => one.Text)).Replace("\n", "/")}\n"
            );
    }

    private static (PlanFile? Plan, List<Report> Reports) Read(byte[] file)
    {
        var read = Plans.Read(file);
        if (!read.Succeeded)
        {
            Statistics([], [$"refused: {SamePlanTests.Refusal(read.Error)}"], []);
            return (null, []);
        }

        var plan = read.Value;
        return (
            plan,
            [
                .. FindingRules.Check(plan).Select(found => Report.Of(found.Rule, found.Fault)),
                .. plan.Reading!.Unread.Where(passage => passage.Reason != UnreadReason.Repetition).Select(Report.Of),
            ]
        );
    }

    /// <summary>What the officer is told, with the lines that it names.</summary>
    private sealed record Report(string Text, IReadOnlyList<(int First, int Last)> Lines)
    {
        public static Report Of(FindingRule rule, Fault fault) =>
            new(
                $"{rule.Code} {fault.Place} {fault.Stated}",
                [
                    .. fault
                        .Others.Select(other => other.Source)
                        .Prepend(fault.Source)
                        .OfType<Source>()
                        .Select(source => (source.Line, source.Line)),
                ]
            );

        public static Report Of(UnreadPassage passage) =>
            new($"{passage.Reason} {passage.FirstLine} {passage.Text}", [(passage.FirstLine, passage.LastLine)]);

        /// <summary>
        /// Whether it names a changed line of a part of the plan; without lines to compare, whether it is one at all.
        /// </summary>
        public bool IsAt(ChangedLines? changed, string part, PlanParts parts) =>
            changed is null
            || Lines.Any(lines => changed.Contains(lines.First, lines.Last) && parts.IsIn(part, lines.First));
    }
}
