using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>The lists of projects, strategies and units, as far as they concern a project that is being read.</summary>
/// <param name="Listed">The project's row in the list of projects; null if it is not listed.</param>
internal sealed record ProjectPlace(int Number, string Name, Cell? Listed, int Strategy, int Unit);

/// <summary>Reads a project's chapter.</summary>
internal sealed class ProjectReader(ProjectChapter chapter, int fiscalYear, SourceMap sources)
{
    private readonly List<(string Member, Passage At)> members = [];

    /// <summary>The lines above the first section.</summary>
    public ProjectHead Head { get; } = ProjectHead.Read(chapter.Head);

    public ProjectDocument Read(ProjectPlace place)
    {
        var year = new FiscalYear(fiscalYear);
        var period = ProjectPeriod.Read(chapter.Period, chapter[ProjectSection.Venue], fiscalYear);
        var money = ProjectMoney.Read(chapter, fiscalYear, sources);
        var targets = Targets();
        var groups = TargetGroups();
        var rationale = Rationale();
        var project = new ProjectDocument(
            place.Number,
            place.Name,
            Head.Nature,
            ProjectStatus.Approved,
            place.Strategy,
            Head.StrategyPrinted(place.Strategy),
            place.Unit,
            Head.UnitName,
            Head.OwnersRead(sources),
            period.StartsOn ?? year.StartsOn,
            period.EndsOn ?? year.EndsOn,
            period.Printed.IsEmpty ? null : Limits.Name(period.Printed.Text),
            period.Venue.IsEmpty ? null : Limits.Name(period.Venue.Text),
            money.VirementAllowed,
            money.FundingSources,
            money.StatedBudget,
            rationale,
            money.Table.Activities,
            money.Table.Totals,
            FollowUp()
        )
        {
            NamePrinted = Head.Name.IsEmpty ? null : Limits.Name(Head.Name.Text),
            Headings = Headings(period),
            Objectives = List(ProjectSection.Objectives),
            OutputTargets = targets.Output,
            OutcomeTargets = targets.Outcome,
            SuccessMeasures = List(ProjectSection.SuccessMeasures),
            TargetGroups = groups,
            ExpectedResults = List(ProjectSection.ExpectedResults),
        };
        project.At(sources, Head.Name).At(sources, Head.Strategy, "strategy").At(sources, Head.Unit, "responsibleUnit");
        project.At(sources, period.Printed, "period").At(sources, period.Venue, "venue");
        if (place.Listed is not null)
            project.At(sources, place.Listed, "listed");
        if (money.Stated is not null)
            project.At(sources, money.Stated, "statedBudget");
        foreach (var (member, amount) in money.Table.TotalCells)
            project.At(sources, amount.Cells, member);
        foreach (var (member, at) in members)
            project.At(sources, at, member);
        return project;
    }

    private IReadOnlyList<NumberedTextDocument> List(ProjectSection kind) =>
        chapter[kind] is { } section
            ? ItemList.Documents(ItemList.Of(section.Texts.Concat(section.TakeNumbered())), sources)
            : [];

    /// <summary>Joins lines to paragraphs, which are separated by blank lines.</summary>
    private string? Rationale()
    {
        if (chapter[ProjectSection.Rationale] is not { } section)
            return null;
        var text = new Passage();
        foreach (var (line, cell) in section.Texts)
            text.Append(Markup.Flatten(line), cell, cell.Row.AfterBlank ? "\n\n" : " ");
        members.Add(("rationale", text));
        return text.IsEmpty ? null : Limits.Text(text.Text);
    }

    /// <summary>Targets under "เชิงผลผลิต" and "เชิงผลลัพธ์"; without such a heading they are output targets.</summary>
    private (IReadOnlyList<NumberedTextDocument> Output, IReadOnlyList<NumberedTextDocument> Outcome) Targets()
    {
        List<(string, Cell)> output = [];
        List<(string, Cell)> outcome = [];
        var current = output;
        foreach (var (text, cell) in chapter[ProjectSection.Targets]?.Texts ?? [])
        {
            var marker = Marker.At(text);
            var body = marker is null ? text : text[marker.Length..];
            if (KindAt(body) is not var (isOutcome, length))
            {
                current.Add((text, cell));
                continue;
            }

            current = isOutcome ? outcome : output;
            cell.Use();
            var rest = body[length..].Trim(' ', ':');
            if (rest.Length > 0)
                current.Add((rest, cell));
        }

        return (ItemList.Documents(ItemList.Of(output), sources), ItemList.Documents(ItemList.Of(outcome), sources));
    }

    private List<string> TargetGroups()
    {
        var groups = new List<string>();
        foreach (var item in ItemList.Of(chapter[ProjectSection.TargetGroups]?.Texts ?? []))
        {
            if (item.Body.IsEmpty)
                continue;
            members.Add(($"targetGroups/{groups.Count}", item.Body));
            groups.Add(Limits.Text(item.Body.Text));
        }

        return groups;
    }

    /// <summary>The tables of success indicators, each with the heading above it if there are several.</summary>
    private List<ProjectKpiDocument> FollowUp()
    {
        var kpis = new List<ProjectKpiDocument>();
        if (chapter[ProjectSection.FollowUp] is not { } section)
            return kpis;
        Passage? group = null;
        var read = new HashSet<Table>();
        foreach (var row in section.Rows)
        {
            if (row.Table is null)
            {
                var marker = row.First.Marker;
                if (marker is not null || group is null || row.AfterBlank)
                    group = new Passage();
                group.Append(row.First.Flat[(marker?.Length ?? 0)..].Trim(), row.First);
            }
            else if (read.Add(row.Table) && KpiTable.Is(row.Table))
            {
                kpis.AddRange(KpiTable.Read(row.Table, group, sources));
            }
        }

        return kpis;
    }

    /// <summary>The headings with their numbers, including a stray numbered line between them.</summary>
    private List<NumberedTextDocument> Headings(ProjectPeriod period)
    {
        var headings = new List<NumberedTextDocument>();
        var numbered = chapter.Sections.Exists(section => section.Heading.Number is not null);
        foreach (var section in chapter.Sections)
        {
            var place = numbered ? "-" : (headings.Count + 1).ToString(CultureInfo.InvariantCulture);
            headings.Add(
                new NumberedTextDocument(section.Heading.Number?.Number ?? place, section.Heading.Title).At(
                    sources,
                    section.HeadingRow.First
                )
            );
            if (section.Heading.Section == ProjectSection.Period && period.Stray is { } stray)
                headings.Add(
                    new NumberedTextDocument(
                        stray.Marker!.Number!,
                        Limits.Text(stray.Flat[stray.Marker.Length..].Trim())
                    ).At(sources, stray)
                );
        }

        return headings;
    }

    /// <summary>A heading of targets alone in its line or before a colon: "เชิงผลลัพธ์ (Outcome) :".</summary>
    private static (bool IsOutcome, int Length)? KindAt(string text)
    {
        foreach (var (words, isOutcome) in new[] { (Concept.Output, false), (Concept.Outcome, true) })
        {
            if (Terms.At(words, text) is { } length && text[length..].TrimStart() is "" or [':', ..])
                return (isOutcome, length);
        }

        return null;
    }
}
