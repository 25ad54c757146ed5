using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The sections of a project's chapter.</summary>
internal enum ProjectSection
{
    Rationale,
    Objectives,
    Targets,
    SuccessMeasures,
    TargetGroups,
    Period,
    Venue,
    Activities,
    FollowUp,
    ExpectedResults,

    /// <summary>A section that a plan file has no field for.</summary>
    Other,
}

/// <summary>A section's heading in a project's chapter.</summary>
/// <param name="Number">The printed number with Arabic digits; null if none is printed.</param>
/// <param name="Title">The title as printed, without its number and the text after it.</param>
/// <param name="Rest">The text after the heading in the same line.</param>
internal sealed record ProjectHeading(ProjectSection Section, Marker? Number, string Title, string Rest);

/// <summary>Recognises the headings of sections by their first words.</summary>
internal static partial class ProjectHeadings
{
    private static readonly (ProjectSection Section, Concept Words)[] Labels =
    [
        (ProjectSection.Rationale, Concept.Rationale),
        (ProjectSection.Objectives, Concept.Objectives),
        (ProjectSection.TargetGroups, Concept.TargetGroups),
        (ProjectSection.Targets, Concept.Targets),
        (ProjectSection.SuccessMeasures, Concept.SuccessMeasures),
        (ProjectSection.Period, Concept.Period),
        (ProjectSection.Venue, Concept.VenueHeading),
        (ProjectSection.Activities, Concept.Activities),
        (ProjectSection.FollowUp, Concept.FollowUp),
        (ProjectSection.ExpectedResults, Concept.ExpectedResults),
    ];

    /// <summary>The heading of a line; null for text. Items of lists have deeper numbers or none.</summary>
    public static ProjectHeading? Known(string text)
    {
        text = WithPlainNumber(text);
        var isBare = BareNumber().Match(text) is { Success: true };
        if (isBare)
            text = BareNumber().Replace(text, "${number}. ");
        var marker = Marker.At(text);
        if (marker is { IsBullet: true } or { Depth: > 1 })
            return null;
        var body = (marker is null ? text : text[marker.Length..]).Trim();
        foreach (var (section, words) in Labels)
        {
            if (Terms.At(words, body) is not { } length)
                continue;
            var behind = body[length..].Trim();
            var colon = behind.StartsWith(':') || behind.StartsWith('：');
            if (behind.Length > 0 && !colon && (marker is null || isBare) && !IsPeriod(section, behind))
                return null;
            // Within a period's section, a line with its label names the venue.
            if (section == ProjectSection.Venue && marker is null && behind.Length > 0)
                return null;
            return new ProjectHeading(section, marker, body[..length].Trim(), behind.TrimStart(':', '：', ' '));
        }

        return null;
    }

    /// <summary>Signs in front of a heading that mark no item of a list.</summary>
    private static readonly char[] Ornaments = [.. " #★☆◆◇✦❖➤»"];

    /// <summary>The same with the number of a heading as "1.", if it is printed as "ข้อ 1" or "I.", and without ornaments.</summary>
    private static string WithPlainNumber(string text)
    {
        text = text.TrimStart(Ornaments);
        if (text is not ['ข' or 'I' or 'V' or 'X', ..] || Numbered().Match(text) is not { Success: true } match)
            return text;
        var number = match.Groups["roman"].Success
            ? $"{OfRoman(match.Groups["roman"].Value)}"
            : match.Groups["number"].Value;
        return $"{number}. {text[match.Length..]}";
    }

    /// <summary>The value of a Roman number up to XXXIX.</summary>
    private static int OfRoman(string letters)
    {
        var values = letters
            .Select(letter =>
                letter == 'X' ? 10
                : letter == 'V' ? 5
                : 1
            )
            .Append(0)
            .ToList();
        return values.Zip(values.Skip(1), (value, next) => value < next ? -value : value).Sum();
    }

    [GeneratedRegex(
        @"^(ข้อ\s*(ที่)?\s*(?<number>[0-9๐-๙]{1,2})\s*[.:)]?|(?<roman>[IVX]{1,5})[.)])\s+(?=[ก-๙])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();

    /// <summary>A number without a full stop, in front of nothing but the words of a heading.</summary>
    [GeneratedRegex(@"^(?<number>[0-9๐-๙]{1,2}) +(?=[ก-๙])", RegexOptions.ExplicitCapture)]
    private static partial Regex BareNumber();

    /// <summary>Whether the value of a heading follows it without a colon, which only a period cannot be mistaken for.</summary>
    private static bool IsPeriod(ProjectSection section, string behind) =>
        section == ProjectSection.Period && ThaiPeriod.Of(behind) is not null;
}
