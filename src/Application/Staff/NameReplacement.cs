using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>A person's name and the one that replaces it in an office.</summary>
public sealed class NameReplacement
{
    private readonly PersonName former;
    private readonly PersonName present;
    private readonly string pattern;

    /// <param name="printed">The name that replaces it, with its title.</param>
    public NameReplacement(string replaced, OfficeNames office, string printed)
    {
        (Replaced, Office, Printed) = (replaced, office, printed);
        (former, present) = (PersonName.Of(replaced), PersonName.Of(printed));
        // The new name may begin with the old one, and is not to be replaced again.
        pattern = former.Pattern(office.Others.Append(printed).Select(PersonName.Of));
    }

    public OfficeNames Office { get; }

    /// <summary>The name that is replaced.</summary>
    private string Replaced { get; }

    /// <summary>The name that replaces the former one, with its title.</summary>
    public string Printed { get; }

    /// <summary>Whether the printed name changes more than its parts: its title, or spaces.</summary>
    private bool IsOtherWhole => In(Replaced) != Printed;

    private bool IsOtherTitle => former.Title != present.Title;

    private bool IsOtherName => former.Proper != present.Proper;

    /// <summary>
    /// What is found in texts, as regular expressions of PostgreSQL, and what replaces it, one after the other. What is
    /// found anywhere is found by the last one.
    /// </summary>
    public IReadOnlyList<(string Pattern, string Replacement)> Steps()
    {
        var steps = new List<(string, string)>();
        if (IsOtherWhole)
            steps.Add(
                ($@"^\s*{former.TitlePattern}{pattern}\s*$", Printed.Replace(@"\", @"\\", StringComparison.Ordinal))
            );
        if (IsOtherTitle && former.Title.Length > 0)
            steps.Add((former.TitlePattern + pattern, present.Title + former.Replacement(present)));
        if (IsOtherName)
            steps.Add((pattern, former.Replacement(present)));
        return steps;
    }

    /// <summary>What imports are to recognise, by digests that are made with a key.</summary>
    public IEnumerable<FormerName> Digests(byte[] key)
    {
        if (IsOtherWhole)
            yield return FormerNames.OfWhole(key, Office.OfficeCode, Replaced, Printed);
        // A name of one part is only recognised as a word, or with its title.
        if (former.Title.Length > 0 && (IsOtherTitle || former.Parts.Count == 1))
            yield return FormerNames.Of(key, Office.OfficeCode, former.Printed, present.Printed);
        if (IsOtherName)
            yield return FormerNames.Of(key, Office.OfficeCode, former.Proper, present.Proper);
    }

    /// <summary>A text without the former name.</summary>
    public string In(string text) => former.ReplaceIn(text, pattern, present);
}
