using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// Divides the text of a project's owners: "๑. นาย… ตำแหน่ง … ๒. นาง…", "นาย… (ตำแหน่ง), นาง… และนางสาว…".
/// </summary>
internal static partial class ProjectOwners
{
    private const string PositionLabel = "ตำแหน่ง";

    /// <summary>
    /// Names with positions as printed, without duplicates. A position without a person, or a second position of a
    /// person, is reported.
    /// </summary>
    public static IReadOnlyList<ProjectOwnerDocument> Of(Passage printed, SourceMap sources)
    {
        var owners = new List<ProjectOwnerDocument>();
        foreach (var (name, position, inDoubt) in InlineItems.Of(printed.Text).SelectMany(item => Parts(item.Text)))
        {
            var known = owners.Find(owner => owner.Name == Limits.Name(name));
            if (inDoubt || name.Length == 0 || (known is not null && position.Length > 0 && position != known.Position))
                printed.Last.Question(ExpectedValue.Nothing);
            if (known is null && name.Length > 0)
                owners.Add(new ProjectOwnerDocument(Limits.Name(name), Limits.Name(position)).At(sources, printed));
        }

        return owners;
    }

    /// <summary>Whether a text begins with a person or a position.</summary>
    public static bool Begin(string text) =>
        PersonTitle().Match(text) is { Success: true, Index: 0 } || PositionAt(text) == 0;

    /// <summary>
    /// The persons of a text with their positions, which are behind the names, or in front of them if the text begins
    /// with one.
    /// </summary>
    private static IEnumerable<(string Name, string Position, bool InDoubt)> Parts(string text)
    {
        var hasMore = Reach().IsMatch(text);
        var parts = Persons(text)
            .ConvertAll(part => Divide(Others().Replace(Reach().Replace(part, ""), "").Trim(' ', ',', '(')));
        if (parts.Count == 0)
            return [];
        if (parts.Count == 1 || parts[0].Name.Length > 0)
            return parts.Select(part =>
                (Bare(part.Name), part.Position, hasMore || IsInDoubt(part.Name, part.Position))
            );
        return parts
            .Zip(parts.Skip(1), (before, part) => (part.Name, before.Position, before.Position.Length == 0))
            .Select(
                (part, index) =>
                    index == parts.Count - 2 ? part with { Item3 = part.Item3 || parts[^1].Position.Length > 0 } : part
            );
    }

    /// <summary>
    /// Whether there is more in a name or a position than that: a number, a role in brackets, or a unit in front of the person.
    /// </summary>
    private static bool IsInDoubt(string name, string position) =>
        Label().IsMatch(position)
        || Ordinal().Replace(position, "").Any(char.IsDigit)
        || name.Any(char.IsDigit)
        || Bare(name) != name;

    /// <summary>The name without a role in brackets; empty if it is that of a unit.</summary>
    private static string Bare(string name) => Terms.Begin(Concept.Unit, name) ? "" : Role().Replace(name, "").Trim();

    private static List<string> Persons(string text)
    {
        var persons = new List<string>();
        foreach (var part in PersonTitle().Split(text).Select(Trimmed).Where(part => part.Length > 0))
        {
            // A person may have several titles; a title alone belongs to the name behind it.
            if (persons.Count > 0 && OnlyTitle().IsMatch(persons[^1]))
                persons[^1] = $"{persons[^1]}{(persons[^1].EndsWith('.') ? "" : " ")}{part}";
            else
                persons.Add(part);
        }

        return persons;
    }

    private static string Trimmed(string part) => Joint().Replace(part, "").Trim(' ', ',', ';', '/');

    private static (string Name, string Position) Divide(string text)
    {
        var words = PositionAt(text);
        var label =
            Label().Match(text) is { Success: true } match ? match.Index
            : words < text.Length ? -1
            : text.IndexOf(PositionLabel, StringComparison.Ordinal);
        if (label >= 0 && label <= words)
            return (
                Others().Replace(text[..label], "").Trim(' ', ',', ':', '-', '('),
                text[(label + PositionLabel.Length)..]
                    .Trim(' ', ',', ':')
                    .TrimEnd(label > 0 && text[label - 1] == '(' ? ')' : ' ')
            );
        var bracket = Bracket().Match(text);
        if (bracket.Success)
            return (
                Others().Replace(text[..bracket.Index], "").Trim(' ', ',', ':', '-'),
                bracket.Groups["position"].Value.Trim()
            );
        return (text[..words].Trim(' ', ',', ':', '-', '–'), text[words..].Trim(' ', ',', ':', '-'));
    }

    /// <summary>
    /// Where the words of a position begin: at the start, or behind a first name and a surname; the length of the text
    /// if there are none.
    /// </summary>
    private static int PositionAt(string text)
    {
        var names = 0;
        foreach (Match word in Word().Matches(text))
        {
            if ((word.Index == 0 || names >= 2) && Terms.At(Concept.Position, text[word.Index..]) is not null)
                return word.Index;
            if (!OnlyTitle().IsMatch(word.Value))
                names++;
        }

        return text.Length;
    }

    /// <summary>In front of a title that begins a name: not in words such as "นายก", and not in a position.</summary>
    [GeneratedRegex(
        @"(?<=^|[\s,;/)]|และ)(?<!ตำแหน่ง\s*)(?=("
            + PersonTitles.Usual
            + @"|ว่าที่|ดร\.|ผศ\.|รศ\.|จ่าเอก|จำเอก|จ่าสิบ|สิบเอก|สิบโท|สิบตรี|พันจ่า)\s?[ก-ฮเ-ไ])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PersonTitle();

    [GeneratedRegex(
        @"^(นาย|นางสาว|นาง|น\.ส\.|ว่าที่(\s?ร้อย(ตรี|โท|เอก)|\s?ร\.[ตทอ]\.)?|ดร\.|ผศ\.(\s?ดร\.)?|รศ\.(\s?ดร\.)?)\z"
    )]
    private static partial Regex OnlyTitle();

    /// <summary>The label of a position, but not in "รักษาการในตำแหน่ง".</summary>
    [GeneratedRegex(@"(?<=^|[\s,;/:(\-–])ตำแหน่ง")]
    private static partial Regex Label();

    /// <summary>A word, or what separates a name from a position.</summary>
    [GeneratedRegex(@"[^\s,;:]+|[,;:]")]
    private static partial Regex Word();

    /// <summary>How to reach a person, which is no part of the position.</summary>
    [GeneratedRegex(
        @"(โทร|เบอร์|มือถือ|อีเมล|e-?mail|Tel|(?<![0-9๐-๙])[0๐][-\s]?[0-9๐-๙]{1,4}[-\s.]?[0-9๐-๙]{3,4}[-\s.]?[0-9๐-๙]{3,4}).*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Reach();

    /// <summary>Others who are not named.</summary>
    [GeneratedRegex(@"[\s,]*และ(คณะ|ทีม)[ก-๎]*(\s*(อีก)?\s*(จำนวน)?\s*[0-9๐-๙]{1,3}\s*(คน|ท่าน))?\s*\z")]
    private static partial Regex Others();

    /// <summary>The number of an office's area, or of a group.</summary>
    [GeneratedRegex(@"(เขต|ที่)\s*[0-9๐-๙]+")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\s*\([^()]*\)\s*\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"(\s|,)*และ\s*\z")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\((?<position>[^()]{2,})\)\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();
}
