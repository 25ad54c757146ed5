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
    /// <summary>Names with positions as printed, without duplicates.</summary>
    public static IReadOnlyList<ProjectOwnerDocument> Of(Passage printed, SourceMap sources)
    {
        var owners = new List<ProjectOwnerDocument>();
        foreach (var text in Texts(printed.Text))
        {
            var (name, position) = Divide(text);
            if (name.Length == 0)
                continue;
            if (owners.Find(owner => owner.Name == Limits.Name(name)) is { } known)
            {
                if (position.Length > 0 && position != known.Position)
                    printed.Last.Question(ExpectedValue.Nothing);
                continue;
            }

            owners.Add(new ProjectOwnerDocument(Limits.Name(name), Limits.Name(position)).At(sources, printed));
        }

        return owners;
    }

    /// <summary>The persons by their printed numbers, and within each by the titles in front of names.</summary>
    private static IEnumerable<string> Texts(string text) =>
        InlineItems.Of(text).Where(item => item.Text.Length > 0).SelectMany(item => Persons(item.Text));

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
        var label = text.IndexOf("ตำแหน่ง", StringComparison.Ordinal);
        if (label >= 0)
            return (
                text[..label].Trim(' ', ',', ':', '-', '('),
                text[(label + "ตำแหน่ง".Length)..]
                    .Trim(' ', ',', ':')
                    .TrimEnd(label > 0 && text[label - 1] == '(' ? ')' : ' ')
            );
        var bracket = Bracket().Match(text);
        return bracket.Success
            ? (text[..bracket.Index].Trim(' ', ',', ':', '-'), bracket.Groups["position"].Value.Trim())
            : (text.Trim(' ', ',', ':', '-'), "");
    }

    /// <summary>In front of a title that begins a name: not in words such as "นายก", and not in a position.</summary>
    [GeneratedRegex(
        @"(?<=^|[\s,;/)]|และ)(?<!ตำแหน่ง\s*)(?=("
            + PersonTitles.Usual
            + @"|ว่าที่|ดร\.|ผศ\.|รศ\.|จ่าเอก|จำเอก|จ่าสิบ|สิบเอก|สิบโท|สิบตรี|พันจ่า)\s?[ก-๙])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PersonTitle();

    [GeneratedRegex(
        @"^(นาย|นางสาว|นาง|น\.ส\.|ว่าที่(\s?ร้อย(ตรี|โท|เอก)|\s?ร\.[ตทอ]\.)?|ดร\.|ผศ\.(\s?ดร\.)?|รศ\.(\s?ดร\.)?)\z"
    )]
    private static partial Regex OnlyTitle();

    [GeneratedRegex(@"(\s|,)*และ\s*\z")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\((?<position>[^()]{2,})\)\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();
}
