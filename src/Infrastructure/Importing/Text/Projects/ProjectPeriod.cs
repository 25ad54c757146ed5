using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>Reads the period and the venue of a project.</summary>
internal sealed partial class ProjectPeriod
{
    public Passage Printed { get; } = new();

    public Passage Venue { get; } = new();

    /// <summary>Null if no period can be read.</summary>
    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>A line that begins with a number like a heading.</summary>
    public Cell? Stray { get; private set; }

    /// <param name="venue">The section with the venue, if it has one of its own.</param>
    public static ProjectPeriod Read(ProjectChapter.Section? section, ProjectChapter.Section? venue, int fiscalYear)
    {
        var period = new ProjectPeriod();
        section?.HeadingRow.First.Use();
        foreach (var (text, cell) in section?.Texts ?? [])
            period.Take(Markup.Flatten(text), cell, section!.HeadingRow.First != cell, fiscalYear);
        foreach (var cell in section?.Beside.Skip(1) ?? [])
            period.Printed.Append("", cell);
        foreach (var (text, cell) in venue?.Texts ?? [])
            period.Venue.Append(Markup.Flatten(text), cell);
        if (ThaiPeriod.Of(period.Printed.Text, fiscalYear) is { } dates)
            (period.StartsOn, period.EndsOn) = dates;
        return period;
    }

    private void Take(string line, Cell cell, bool mayStray, int fiscalYear)
    {
        if (mayStray && cell.Marker is { Depth: 1 } marker)
        {
            Stray ??= cell;
            line = line[marker.Length..].Trim();
        }
        else if (mayStray && cell.Marker is { } other)
        {
            line = line[other.Length..].Trim();
        }

        var label = Label().Match(line);
        line = line[label.Length..];
        if (!Venue.IsEmpty || label.Groups["venue"].Success)
        {
            Venue.Append(line, cell);
            return;
        }

        var at = At().Match(line);
        if (!at.Success && Printed.IsEmpty && VenueAt(line, fiscalYear) is { } start)
        {
            Printed.Append(line[..start].Trim(), cell);
            Venue.Append(line[start..].Trim(), cell);
            return;
        }

        if (!at.Success && (Printed.IsEmpty || ThaiPeriod.Of(Printed.Text, fiscalYear) is null))
        {
            Printed.Append(line, cell);
            return;
        }

        var before = at.Success ? line[..at.Index].Trim() : "";
        if (before.Length > 0)
            Printed.Append(before, cell);
        Venue.Append(at.Success ? line[(at.Index + at.Length)..].Trim() : line, cell);
    }

    /// <summary>Where a venue begins behind a whole period: "ตุลาคม ๒๕๖๕ - กันยายน ๒๕๖๖ โรงเรียน…".</summary>
    private static int? VenueAt(string line, int fiscalYear)
    {
        for (var i = line.IndexOf(' '); i >= 0; i = line.IndexOf(' ', i + 1))
        {
            if (Terms.At(Concept.Venue, line[i..]) is not null && ThaiPeriod.Of(line[..i], fiscalYear) is not null)
                return i;
        }

        return null;
    }

    /// <summary>"ณ โรงเรียน…": at the school.</summary>
    [GeneratedRegex(@"(^|\s)ณ\s+(?!วันที่)")]
    private static partial Regex At();

    [GeneratedRegex(
        @"^\s*((?<venue>สถานที่)(ดำเนินการ|ดำเนินโครงการ|ดำเนินงาน)?|ระยะเวลา(ดำเนินการ|ดำเนินโครงการ)?)\s*[:：]\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Label();
}
