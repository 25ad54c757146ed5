using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Staff;

/// <summary>
/// A person's printed name: a title, if any, and the parts of the name proper (given name and surname). Texts print the
/// same name with another title or none, with other spaces between its parts, or with words before and after it.
/// </summary>
public sealed partial class PersonName
{
    private const string Pseudonym = "บุคลากร";

    private PersonName(string title, IReadOnlyList<string> parts) => (Title, Parts) = (title, parts);

    /// <summary>The title as printed, without the spaces after it; empty if there is none.</summary>
    public string Title { get; }

    /// <summary>The parts of the name proper, at least one.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The name without its title.</summary>
    public string Proper => string.Join(' ', Parts);

    /// <summary>The title and the name.</summary>
    public string Printed => Title + Proper;

    /// <summary>Whether this is what <see cref="Erased"/> makes of a name.</summary>
    public bool IsPseudonym => Parts[0].StartsWith(Pseudonym, StringComparison.Ordinal) && Digits().IsMatch(Parts[^1]);

    /// <summary>A regular expression for the title and the spaces after it.</summary>
    public string TitlePattern => Title.Length == 0 ? "" : $"{NamePattern.Letters(Title)}(?:{NamePattern.Separator})?";

    public static PersonName Of(string printed)
    {
        var plain = Separators().Replace(SearchText.Plain(printed), " ").Trim(' ', '.', ',', ';');
        var title = NameTitles.Before(plain);
        if (title.Length == plain.Length)
            title = "";
        return new PersonName(title.TrimEnd(), plain[title.Length..].Split(' '));
    }

    /// <summary>The same person without the name: "นายบุคลากร 1f9b03c7". It has as many parts as the name.</summary>
    /// <param name="digits">Eight hexadecimal digits, which no other person of the office has.</param>
    public PersonName Erased(string digits) =>
        new(
            Title,
            Parts.Count == 1
                ? [$"{Pseudonym}-{digits}"]
                : [Pseudonym, .. Enumerable.Repeat("-", Parts.Count - 2), digits]
        );

    /// <summary>
    /// A regular expression, understood by .NET and PostgreSQL alike, that finds the name proper however it is typed.
    /// Each group is what stands between two parts.
    /// </summary>
    /// <param name="others">Names of other people, which are not to be found where they begin with this one.</param>
    public string Pattern(IEnumerable<PersonName> others)
    {
        var name = string.Join($"({NamePattern.Separator})", Parts.Select(NamePattern.Letters));
        if (Parts.Count == 1)
        {
            var title = Title.Length > 0 ? $"(?<={NamePattern.Letters(Title)})|" : "";
            return $"(?:{title}(?<!{NamePattern.Letter})){name}(?!{NamePattern.Letter})";
        }

        return name + string.Concat(LongerIn(others).Select(rest => $"(?!{NamePattern.Letters(rest)})"));
    }

    /// <summary>What follows this name in the longer names of other people: "มาก" of "สมชาย ใจดีมาก".</summary>
    private IEnumerable<string> LongerIn(IEnumerable<PersonName> others) =>
        others
            .Select(other => other.Proper)
            .Where(proper => proper.Length > Proper.Length && proper.StartsWith(Proper, StringComparison.Ordinal))
            .Select(proper => proper[Proper.Length..])
            .Where(IsOfSurname)
            .Distinct();

    /// <summary>Whether text after a name belongs to the surname, and is not another word, such as the position.</summary>
    private static bool IsOfSurname(string rest) => rest[0] != ' ' || rest.StartsWith(" ณ ", StringComparison.Ordinal);

    /// <summary>
    /// The replacement, for PostgreSQL, of what <see cref="Pattern"/> finds by another name. What stood between the
    /// parts stays there, if the other name has as many.
    /// </summary>
    public string Replacement(PersonName other) =>
        With(
            [.. other.Parts.Select(part => part.Replace(@"\", @"\\", StringComparison.Ordinal))],
            place => $@"\{place}",
            Parts.Count
        );

    /// <summary>A text with another name in place of what <see cref="Pattern"/> finds.</summary>
    public string ReplaceIn(string text, string pattern, PersonName other) =>
        Regex.Replace(text, pattern, found => With(other.Parts, gap => found.Groups[gap].Value, Parts.Count));

    /// <summary>The same for a name with its title, if it has one; names of other people stay.</summary>
    internal string ReplaceWithTitleIn(string text, IEnumerable<PersonName> others, PersonName other) =>
        Regex.Replace(
            text,
            TitlePattern + Pattern(others),
            found => other.Title + With(other.Parts, gap => found.Groups[gap].Value, Parts.Count)
        );

    /// <summary>The parts of a name with what stood between those of the name that it replaces.</summary>
    /// <param name="between">By the number of the space, from 1.</param>
    /// <param name="replaced">The number of the parts of the name that it replaces.</param>
    private static string With(IReadOnlyList<string> parts, Func<int, string> between, int replaced) =>
        parts.Count == replaced
            ? string.Concat(parts.Select((part, i) => i == 0 ? part : between(i) + part))
            : string.Join(' ', parts);

    [GeneratedRegex(NamePattern.Separator)]
    internal static partial Regex Separators();

    [GeneratedRegex(@"(^|-)[0-9a-f]{8}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
