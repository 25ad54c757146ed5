using System.Text.RegularExpressions;

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
    Activities,
    FollowUp,
    ExpectedResults,
}

/// <summary>A section's heading in a project's chapter.</summary>
/// <param name="Number">The printed number with Arabic digits; null if none is printed.</param>
/// <param name="Title">The title as printed, without its number and the text after it.</param>
/// <param name="Rest">The text after the heading in the same line.</param>
internal sealed record ProjectHeading(ProjectSection Section, Marker? Number, string Title, string Rest);

/// <summary>Recognises the headings of sections by their first words.</summary>
internal static partial class ProjectHeadings
{
    private static readonly (ProjectSection Section, Regex Words)[] Labels =
    [
        (ProjectSection.Rationale, Rationale()),
        (ProjectSection.Objectives, Objectives()),
        (ProjectSection.TargetGroups, TargetGroups()),
        (ProjectSection.Targets, Targets()),
        (ProjectSection.SuccessMeasures, SuccessMeasures()),
        (ProjectSection.Period, Period()),
        (ProjectSection.Activities, Activities()),
        (ProjectSection.FollowUp, FollowUp()),
        (ProjectSection.ExpectedResults, ExpectedResults()),
    ];

    /// <summary>The heading of a line; null for text. Items of lists have deeper numbers or none.</summary>
    public static ProjectHeading? Known(string text)
    {
        var marker = Marker.At(text);
        if (marker is { IsBullet: true } or { Depth: > 1 })
            return null;
        var body = (marker is null ? text : text[marker.Length..]).Trim();
        foreach (var (section, words) in Labels)
        {
            if (words.Match(body) is not { Success: true } match)
                continue;
            var behind = body[match.Length..].Trim();
            var colon = behind.StartsWith(':') || behind.StartsWith('：');
            if (behind.Length > 0 && !colon && marker is null)
                return null;
            return new ProjectHeading(section, marker, match.Value.Trim(), behind.TrimStart(':', '：', ' '));
        }

        return null;
    }

    [GeneratedRegex("^(หลักการและเหตุผล|ความเป็นมาและความสำคัญ)")]
    private static partial Regex Rationale();

    [GeneratedRegex("^วัตถุประสงค์(ของโครงการ)?")]
    private static partial Regex Objectives();

    [GeneratedRegex(@"^(กลุ่มเป้าหมาย(\s*(/|และ)\s*ผู้(ที่)?(ได้)?รับ(ผล)?ประโยชน์)?|ผู้(ที่)?ได้รับ(ผล)?ประโยชน์)")]
    private static partial Regex TargetGroups();

    [GeneratedRegex("^เป้าหมาย((ของ)?โครงการ)?")]
    private static partial Regex Targets();

    [GeneratedRegex(@"^(ดัชนี|ตัว)(ชี้วัด|บ่งชี้)(ความสำเร็จ)?(ของโครงการ)?(\s*\(KPIs?\))?")]
    private static partial Regex SuccessMeasures();

    [GeneratedRegex(
        @"^ระยะเวลา(ในการ)?(ดำเนิน(โครงการ|การ|งาน)?)?(โครงการ)?(\s*(และ|/)\s*สถานที่(ดำเนิน(การ|โครงการ|งาน))?)?"
    )]
    private static partial Regex Period();

    [GeneratedRegex(
        @"^((กิจกรรม|แผน(การ)?ดำเนินงาน)(โครงการ)?\s*(และ|/)\s*(แผน)?(การใช้จ่าย|การใช้)?งบประมาณ|งบประมาณ(ของโครงการ|และกิจกรรม)?)"
    )]
    private static partial Regex Activities();

    [GeneratedRegex(@"^(การติดตาม\s*(และ)?\s*(การ)?ประเมินผล|การประเมินผล)((ของ)?โครงการ)?")]
    private static partial Regex FollowUp();

    [GeneratedRegex("^((ผล|ประโยชน์)ที่คาดว่า(จะ)?ได้รับ|ผลที่คาดหวัง)")]
    private static partial Regex ExpectedResults();
}
