using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

internal enum MentionKind
{
    /// <summary>The plan's own office, with a misspelt name.</summary>
    Misspelt,

    /// <summary>An office of another province or area.</summary>
    Other,
}

/// <summary>An education office named in a text that is not the plan's own office, or whose name is misspelt.</summary>
/// <param name="Name">The name without spaces and with Arabic digits, so that two spellings of one name are
/// equal.</param>
internal sealed record OfficeMention(MentionKind Kind, string Name, int Index, int Length);

/// <summary>Finds offices in texts, ignoring white space within names and the kind of digits.</summary>
internal sealed partial class OfficeMentions
{
    private const string Office = "สำนักงาน";
    private const string Area = "เขตพื้นที่การศึกษา";
    private const int LongestArea = 5;
    private const int LongestName = 90;
    private const int MostLettersWrong = 10;

    private readonly Province? province;
    private readonly string own;
    private readonly string? area;
    private readonly bool isPrimary;

    public OfficeMentions(OfficeDocument office)
    {
        province = Provinces.Named(office.Province);
        own = Spelling.Key(office.Name);
        area = AreaNumber().Match(own) is { Success: true } match ? match.Groups["area"].Value : null;
        isPrimary = office.Kind == OfficeKind.Primary;
    }

    public IEnumerable<OfficeMention> In(string text)
    {
        if (!text.Contains("สพ", StringComparison.Ordinal) && !text.Contains("เขต", StringComparison.Ordinal))
            return [];
        var (compact, places) = Compact(text);
        return Full(compact)
            .Concat(Short(compact))
            .Where(found => found.Kind == MentionKind.Misspelt || !AmongNeighbours(compact, found))
            .OrderBy(found => found.Index)
            .Select(found =>
                found with
                {
                    Index = places[found.Index],
                    Length = places[found.Index + found.Length - 1] + 1 - places[found.Index],
                }
            );
    }

    private IEnumerable<OfficeMention> Full(string text)
    {
        foreach (Match start in Starts().Matches(text))
        {
            var rest = text[start.Index..Math.Min(text.Length, start.Index + LongestName)];
            if (OtherNamed(rest) is { } other)
                yield return new OfficeMention(MentionKind.Other, other, start.Index, other.Length);
            else if (Misspelt(rest) is { } misspelt)
                yield return new OfficeMention(MentionKind.Misspelt, misspelt, start.Index, misspelt.Length);
        }

        var tail = Spelling.Without(own, Office);
        for (
            var at = text.IndexOf(tail, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(tail, at + 1, StringComparison.Ordinal)
        )
        {
            if (MisspeltBefore(text, at) is > 0 and var length)
                yield return new OfficeMention(
                    MentionKind.Misspelt,
                    text.Substring(at - length, length + tail.Length),
                    at - length,
                    length + tail.Length
                );
        }
    }

    /// <summary>
    /// The number of letters before a position that almost, but not exactly, spell the word office; 0 if none do.
    /// </summary>
    private static int MisspeltBefore(string text, int place)
    {
        if (text[..place].EndsWith("สำนัก", StringComparison.Ordinal))
            return 0;
        var nearest = Enumerable
            .Range(Office.Length - 1, 3)
            .Where(length => length <= place)
            .Select(length => (Length: length, Distance: EditDistance.Between(text[(place - length)..place], Office)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault((Length: 0, Distance: 0));
        return nearest.Distance is 1 or 2 ? nearest.Length : 0;
    }

    /// <summary>The correctly spelt name of an office of another province or area at the start of a text.</summary>
    private string? OtherNamed(string text)
    {
        var match = Named().Match(text);
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value;
        var named = Provinces
            .All.Where(p => name.StartsWith(p.Name, StringComparison.Ordinal))
            .MaxBy(p => p.Name.Length);
        if (named is null || province is null)
            return null;
        var end = match.Groups["name"].Index + named.Name.Length;
        var number = AreaAtStart().Match(text[end..]);
        var isOther = named != province || (number.Success && area is not null && number.Groups["area"].Value != area);
        return isOther && (number.Success || named != province) ? text[..(end + number.Length)] : null;
    }

    /// <summary>The misspelt name of the plan's own office at the start of a text.</summary>
    private string? Misspelt(string text)
    {
        if (text.StartsWith(own, StringComparison.Ordinal) || own.Length <= Office.Length + LongestArea)
            return null;
        if (area is null)
            return NearestStart(text);
        var match = AreaAnywhere().Matches(text).FirstOrDefault(found => found.Groups["area"].Value == area);
        if (match is null)
            return null;
        var name = text[..(match.Index + match.Length)];
        var between = name[2..];
        return
            ThaiOnly().IsMatch(name)
            && !Starts().IsMatch(between)
            && EditDistance.Between(name, own) is > 0 and <= MostLettersWrong
            && (
                EditDistance.Between(name, own) <= 2
                || name.Contains(own[^(area.Length + 6)..^(area.Length + 3)], StringComparison.Ordinal)
            )
            ? name
            : null;
    }

    /// <summary>
    /// For an office without a number, only one or two letters may differ, because the end of its name cannot be
    /// recognised.
    /// </summary>
    private string? NearestStart(string text)
    {
        var nearest = Enumerable
            .Range(own.Length - 2, 5)
            .Where(length => length > 0 && length <= text.Length)
            .Select(length => (Name: text[..length], Distance: EditDistance.Between(text[..length], own)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance is 1 or 2 ? nearest.Name : null;
    }

    private IEnumerable<OfficeMention> Short(string text)
    {
        foreach (Match match in ShortNames().Matches(text))
        {
            var name = match.Groups["name"].Value.Replace(".", "", StringComparison.Ordinal);
            var named = Provinces.All.FirstOrDefault(p => p.Name == name || p.Abbreviation == name);
            if (named is null || province is null)
                continue;
            var number = match.Groups["area"];
            var sameKind = match.Groups["kind"].Value == (isPrimary ? "ป" : "ม");
            if (named != province || (sameKind && number.Success && area is not null && number.Value != area))
                yield return new OfficeMention(MentionKind.Other, match.Value, match.Index, match.Length);
        }
    }

    /// <summary>Whether a text only lists neighbouring offices, which it may.</summary>
    private static bool AmongNeighbours(string text, OfficeMention found)
    {
        var from = Math.Max(0, found.Index - 150);
        var to = Math.Min(text.Length, found.Index + found.Length + 60);
        return Neighbours().IsMatch(text[from..to]);
    }

    /// <summary>
    /// The text without white space and without hyphens at line breaks, with Arabic digits, and the original position
    /// of each letter.
    /// </summary>
    private static (string Text, List<int> Places) Compact(string text)
    {
        var digits = ThaiNumber.ToArabicDigits(text);
        var ignored = Hyphens()
            .Matches(digits)
            .SelectMany(match => Enumerable.Range(match.Index, match.Length))
            .ToHashSet();
        var places = Enumerable
            .Range(0, digits.Length)
            .Where(i => !char.IsWhiteSpace(digits[i]) && !ignored.Contains(i))
            .ToList();
        return (string.Concat(places.Select(i => digits[i])), places);
    }

    [GeneratedRegex(@"(?<=[ก-์]\s*)-(?=\s*[ก-์])")]
    private static partial Regex Hyphens();

    [GeneratedRegex("สำนัก(งาน)?เขต", RegexOptions.ExplicitCapture)]
    private static partial Regex Starts();

    [GeneratedRegex("^สำนักงาน" + Area + "(ประถมศึกษา|มัธยมศึกษา)(?<name>[ก-์]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("^เขต(ที่)?(?<area>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex AreaAtStart();

    [GeneratedRegex("เขต(ที่)?(?<area>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex AreaAnywhere();

    [GeneratedRegex(@"เขต(?<area>[0-9]{1,2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AreaNumber();

    [GeneratedRegex(
        @"สพ(?<kind>[ปม])\.?(?<name>[ก-์]{2,20}?|[ก-ฮ]\.[ก-ฮ])\.?(เขต)?(?<area>[0-9]{1,2})(?![0-9])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ShortNames();

    [GeneratedRegex("^[ก-์0-9]+$")]
    private static partial Regex ThaiOnly();

    [GeneratedRegex("ใกล้เคียง|ติดต่อกับ|อาณาเขต|แยกจาก|แยกออกจาก")]
    private static partial Regex Neighbours();
}
